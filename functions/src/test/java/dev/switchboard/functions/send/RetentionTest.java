package dev.switchboard.functions.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.send.State;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Which items go after their time, and which stay for good.
class RetentionTest {

  private static final String CHAIN =
      "{'goal': 'nurture', 'leads': [{'id': 'x', 'phone': '+12125550108',"
          + " 'email': 'x@example.org', 'score': 6}]}";

  /// The voicemail is answered by a text, which is a result.
  private static final String REPLY =
      "{'+12125550108': {'voicemail': [{'reports': [{'after': 'PT20S', 'state': 'voicemail'}],"
          + " 'reply': {'after': 'PT5M', 'text': 'Call me'}}]}}";

  private DynamoEngine engine;

  @BeforeEach
  void start() {
    engine = World.engine();
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void everything_goes_after_its_time_but_people_settings_and_what_is_open() {
    var world = new World(engine, REPLY);
    world.order(CHAIN, "key-1");
    world.work();
    assertEquals(State.ACCEPTED, world.sends(world.executions().getFirst()).getFirst().state());
    assertEquals(
        Map.of(
            "Contacts", Set.of("contact", "owner", "owners"),
            "Sends", Set.of("open"),
            "Outreach", Set.of("settings")),
        kinds(false));

    world.live();

    assertEquals(
        Map.of(
            "Contacts",
            Set.of("contact", "event", "owner", "owners"),
            "Outreach",
            Set.of("settings")),
        kinds(false));
    assertEquals(
        Map.of(
            "Sends", Set.of("marker", "send"),
            "Decisions", Set.of("decisions", "result"),
            "Outreach", Set.of("execution", "idempotency", "note"),
            "Outbox", Set.of("call")),
        kinds(true));
  }

  @Test
  void what_is_kept_is_kept_for_three_years_from_its_last_change() {
    var world = new World(engine, REPLY);
    world.order(CHAIN, "");
    var ordered = world.now();
    world.live();

    for (var table : Set.of("Sends", "Decisions", "Outreach"))
      for (var item : items(table))
        if (item.containsKey("expires_at")) {
          var expires = Long.parseLong(item.get("expires_at").n());
          var kept = Duration.ofSeconds(expires - ordered.getEpochSecond());
          assertTrue(kept.compareTo(Duration.ofDays(1096)) >= 0, item.toString());
          assertTrue(kept.compareTo(Duration.ofDays(1106)) <= 0, item.toString());
        }
  }

  /// The kinds of items by table, of those that expire or those that stay.
  private Map<String, Set<String>> kinds(boolean expiring) {
    var kinds = new TreeMap<String, Set<String>>();
    for (var table : Set.of("Contacts", "Sends", "Decisions", "Outreach", "Outbox"))
      for (var item : items(table))
        if (item.containsKey("expires_at") == expiring)
          kinds.computeIfAbsent(table, _ -> new TreeSet<>()).add(kind(table, item));
    return kinds;
  }

  private static String kind(String table, Map<String, AttributeValue> item) {
    var pk = item.get("pk").s();
    var sk = item.get("sk").s();
    return switch (table) {
      case "Contacts" -> pk.equals("owners") ? "owners" : sk.replaceFirst("#.*", "");
      case "Sends" -> pk.startsWith("open#") ? "open" : sk.equals("~marker") ? "marker" : "send";
      case "Outreach" ->
          pk.endsWith("#settings")
              ? "settings"
              : pk.endsWith("#notes")
                  ? "note"
                  : pk.endsWith("#executions") ? "execution" : "idempotency";
      default -> sk.replaceFirst("#.*", "");
    };
  }

  private Iterable<Map<String, AttributeValue>> items(String table) {
    return engine.client().scan(scan -> scan.tableName(table)).items();
  }
}
