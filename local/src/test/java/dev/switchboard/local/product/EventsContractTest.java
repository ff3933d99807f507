package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.functions.Json;
import dev.switchboard.functions.events.Event;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The contract of events names those that there are; each [Product] holds what it told to it.
class EventsContractTest {

  @Test
  void every_event_stands_in_the_contract_and_no_other() {
    var ours =
        Arrays.stream(Event.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(ours, EventsContract.names());
    assertEquals(ours, EventsContract.described());
  }

  @Test
  void a_field_that_is_missing_or_not_promised_is_found() {
    EventsContract.hold(Json.tree(filled("\"owner\": \"acme\", \"bids\": 4, ")));

    var missing = filled("\"owner\": \"acme\", ");
    var more = filled("\"owner\": \"acme\", \"bids\": 4, \"mood\": \"good\", ");
    assertTrue(broken(missing).contains("'bids'"), broken(missing));
    assertTrue(broken(more).contains("'mood'"), broken(more));
    assertTrue(broken("{\"detail-type\": \"Rumour\"}").startsWith("Rumour is not documented"));
  }

  private static String filled(String fields) {
    return "{\"detail-type\": \"CampaignFilled\", \"detail\": {%s\"campaign_id\": \"%s\"}}"
        .formatted(fields, "A".repeat(16));
  }

  private static String broken(String event) {
    return assertThrows(AssertionError.class, () -> EventsContract.hold(Json.tree(event)))
        .getMessage();
  }
}
