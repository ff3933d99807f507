package dev.switchboard.functions.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.OwnerId;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.functions.outreach.Rehearsal;
import dev.switchboard.functions.outreach.SmartSend;
import dev.switchboard.functions.outreach.WritePlan;
import dev.switchboard.functions.webhooks.ReceiveWebhooks;
import dev.switchboard.send.State;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What functions do before Lambda takes a snapshot of them.
class RehearsalTest {

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
  void leaves_nothing_but_an_owner_that_nobody_is_and_an_event_of_nobody() {
    var world = new World(engine, "{}");
    var before = items();
    var services = world.services();
    for (int round = 0; round < 3; round++) {
      new SmartSend(services).prime();
      new WritePlan(services).prime();
      new DeliverSends(services).prime();
      new ApplyReports(services).prime();
      new ReceiveWebhooks(services).prime();
    }

    var after = items();
    before.keySet().forEach(after::remove);
    var owner = new OwnerId("switchboard-rehearsal").key();
    assertEquals(
        Map.of(
            "owners " + owner,
            Map.of(),
            owner + "#owner owner",
            Map.of(),
            "heard#rehearsal#rehearsal heard",
            Map.of()),
        after);
    assertEquals(List.of(), world.calls());
    assertEquals(List.of(), world.events());
  }

  @Test
  void wakes_workers_who_find_nothing() {
    var world = new World(engine, "{}");
    var services = world.services();
    new SmartSend(services).prime();
    new DeliverSends(services).prime();
    var before = items();

    var plan = world.messages().receive("plans").orElseThrow();
    var send = world.messages().receive("sends").orElseThrow();
    var fine = new Batch.Answer(List.of());
    assertEquals(fine, new WritePlan(services).handle(plan, () -> 60_000));
    assertEquals(fine, new DeliverSends(services).handle(send, () -> 60_000));
    assertEquals(before, items());
  }

  @Test
  void of_the_sends_one_leaves_and_is_delivered_and_one_is_blocked() {
    var rehearsal = new Rehearsal(new World(engine, "{}").services());
    var states = new HashSet<List<State>>();

    rehearsal.delivering((stage, ids) -> {
      var delivery = DeliverSends.delivery(stage);
      ids.forEach(id -> delivery.deliver(id, () -> 60_000));
      states.add(states(stage));
    });

    assertEquals(Set.of(List.of(State.ACCEPTED, State.BLOCKED)), states);
  }

  private static List<State> states(Services services) {
    var id = Rehearsal.SEND;
    return Stream.of(id, id.next())
        .map(it -> services.ledger().find(it).orElseThrow().state())
        .toList();
  }

  /// What is stored of anybody, by its keys; ids, secrets, counters and times left out.
  private Map<String, Map<String, AttributeValue>> items() {
    var found = new TreeMap<String, Map<String, AttributeValue>>();
    for (var table : List.of("Contacts", "Sends", "Decisions", "Outreach", "Outbox"))
      for (var item : engine.client().scanPaginator(scan -> scan.tableName(table)).items()) {
        var rest = new TreeMap<>(item);
        var key = rest.remove("pk").s() + " " + rest.remove("sk").s();
        rest.keySet().removeAll(List.of("secret", "owner", "version", "at", "expires_at"));
        found.put(key, rest);
      }
    return found;
  }
}
