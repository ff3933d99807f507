package dev.switchboard.functions.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.OwnerId;
import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.functions.aws.Table;
import dev.switchboard.outreach.Slices;
import dev.switchboard.send.PurposeId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoSlicesTest {

  private static final AtomicInteger COUNT = new AtomicInteger();
  @RegisterExtension private static final DynamoEngine engine = new DynamoEngine("Outreach");

  private final OwnerId owner = new OwnerId("owner-" + COUNT.incrementAndGet());
  private final PurposeId execution = new PurposeId("execution-000001");

  private static Slices slices() {
    return new DynamoSlices(new Table(engine.client(), "Outreach"));
  }

  @Test
  void a_slice_is_found_as_it_was_kept() {
    slices().keep(owner, execution, 7, "{\"sends\":[\"é\"]}");

    assertEquals(Optional.of("{\"sends\":[\"é\"]}"), slices().find(owner, execution, 7));
    assertEquals(Optional.empty(), slices().find(owner, execution, 8));
    assertEquals(Optional.empty(), slices().find(new OwnerId("other"), execution, 7));
  }

  @Test
  void one_that_is_kept_stays_as_it_is() {
    slices().keep(owner, execution, 0, "first");
    slices().keep(owner, execution, 0, "second");

    assertEquals(Optional.of("first"), slices().find(owner, execution, 0));
  }

  @Test
  void what_is_written_is_forgotten_and_does_not_come_back() {
    slices().keep(owner, execution, 0, "first");

    assertEquals(Set.of(0), slices().written(owner, execution, 0));
    slices().keep(owner, execution, 0, "second");

    assertEquals(Optional.empty(), slices().find(owner, execution, 0));
  }

  @Test
  void those_that_are_written_are_counted_once() {
    for (var number : new int[] {0, 2, 1, 2}) {
      slices().keep(owner, execution, number, "words");
      assertTrue(slices().written(owner, execution, number).contains(number));
    }

    assertEquals(Set.of(0, 1, 2), slices().written(owner, execution));
    assertEquals(Set.of(), slices().written(owner, new PurposeId("execution-000002")));
  }

  @Test
  void fifty_leads_take_less_than_a_tenth_of_what_they_say() {
    var document = new StringBuilder();
    for (var i = 0; i < 500; i++)
      document.append("{\"name\":\"Somebody\",\"phone\":\"+1212555%04d\"},".formatted(i));

    slices().keep(owner, execution, 0, document.toString());

    var stored =
        engine.client().scan(scan -> scan.tableName("Outreach")).items().stream()
            .filter(item -> item.get("pk").s().startsWith(owner.key()))
            .mapToInt(item -> item.get("document").b().asByteArray().length)
            .sum();
    assertTrue(stored < document.length() / 10, stored + " of " + document.length());
  }
}
