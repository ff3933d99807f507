package dev.switchboard.functions.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.contact.ContactId;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.functions.contact.ChangeContact;
import dev.switchboard.functions.http.Calls;
import dev.switchboard.functions.http.Endpoint;
import dev.switchboard.functions.outreach.RecordOutcome;
import dev.switchboard.functions.outreach.ShowExecutions;
import dev.switchboard.functions.outreach.SteerExecution;
import dev.switchboard.outreach.Execution;
import dev.switchboard.send.Report;
import dev.switchboard.send.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// People who are asked for before their order is written, or while it goes on.
class UnwrittenTest {

  private static final String ORDER =
      "{'goal': 'nurture', 'leads': [{'id': 'bob', 'name': 'Bob Moss', 'email':"
          + " 'bob@example.org'}]}";

  private DynamoEngine engine;
  private World world;

  @BeforeEach
  void start() {
    engine = World.engine();
    world = new World(engine, "");
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private ContactId bob() {
    return world.services().contacts().idOf(world.owner(), "bob@example.org");
  }

  private Execution latest() {
    return world.executions().getFirst();
  }

  private int contact(String verb, String rest, String body) {
    var function = new ChangeContact(world.services());
    return call(function, verb + " /api/contacts/{contact_id}" + rest, bob().value(), body);
  }

  private int call(Endpoint function, String route, String id, String body) {
    return status(answer(function, route, id, body));
  }

  private JsonNode answer(Endpoint function, String route, String id, String body) {
    var name = route.replaceAll(".*\\{(.*)}.*", "$1");
    var event =
        Calls.event(it -> {
          it.put("routeKey", route);
          it.put("rawPath", route.substring(route.indexOf('/')).replace("{" + name + "}", id));
          it.put("rawQueryString", "");
          it.remove("queryStringParameters");
          it.putObject("pathParameters").put(name, id);
          it.put("body", body.replace('\'', '"'));
          it.put("isBase64Encoded", false);
          it.putObject("headers").put("content-type", "application/json");
          ((ObjectNode) it.path("requestContext"))
              .putObject("authorizer")
              .putObject("jwt")
              .putObject("claims")
              .put("sub", "mary")
              .put("owner", world.owner().value())
              .put("roles", "[admin]");
        });
    return Calls.answer(function, event);
  }

  private static int status(JsonNode answer) {
    return answer.path("statusCode").asInt();
  }

  private void assertNothingOfBob() {
    Predicate<Map<String, AttributeValue>> named =
        item -> item.toString().contains("Moss") || item.toString().contains("bob@");
    for (var table : List.of("Contacts", "Sends", "Decisions", "Outbox"))
      assertFalse(
          engine.client().scan(scan -> scan.tableName(table)).items().stream().anyMatch(named),
          table);
  }

  @Test
  void a_new_contact_is_opted_out_before_it_is_written() {
    assertEquals(404, contact("POST", "/opt-out", "{'source': 'phone'}"));
    world.order(ORDER, "");

    assertEquals(202, contact("POST", "/opt-out", "{'source': 'phone'}"));

    world.live();
    assertEquals(List.of(), world.calls());
    assertEquals(
        "Bob Moss",
        world.services().contacts().find(world.owner(), bob()).orElseThrow().name().orElseThrow());
  }

  @Test
  void a_new_contact_is_erased_before_it_is_written() {
    world.order(ORDER, "");

    assertEquals(204, contact("DELETE", "", ""));

    world.live();
    assertEquals(List.of(), world.sends(latest()));
    assertNothingOfBob();
  }

  @Test
  void a_known_contact_is_erased_before_its_next_order_is_written() {
    world.order(ORDER, "");
    world.live();
    world.order(ORDER, "");

    assertEquals(204, contact("DELETE", "", ""));

    world.live();
    assertEquals(List.of(), world.sends(latest()));
    assertNothingOfBob();
  }

  @Test
  void nothing_has_ended_of_an_order_that_is_not_written() {
    world.order(ORDER, "");

    var route = "GET /api/smart-send/{execution_id}";
    var shown = new ShowExecutions(world.services());
    var told = Json.tree(answer(shown, route, latest().id().value(), "").path("body").asText());

    assertEquals("planning 0.0", told.path("status").asText() + " " + told.path("progress"));
  }

  @Test
  void a_contact_is_erased_while_its_next_order_is_planned() {
    var overtaken = 0;
    for (int request = 1; request <= 12; request++) {
      stop();
      start();
      world.order(ORDER, "");
      world.live();
      var answers = new ArrayList<Integer>();
      var fragile = world.fragile();
      fragile.pauseBefore(
          request, () -> answers.add(fragile.spared(() -> contact("DELETE", "", ""))));
      fragile.arm(true);
      world.order(ORDER, "");
      fragile.arm(false);

      world.live();
      if (answers.isEmpty() || planningKnew()) continue;
      overtaken++;
      assertNothingOfBob();
    }
    assertTrue(overtaken > 3, "only " + overtaken);
  }

  @Test
  void a_contact_is_erased_while_its_next_order_is_written() {
    var erased = 0;
    for (int request = 1; request <= 12; request++) {
      stop();
      start();
      world.order(ORDER, "");
      world.live();
      world.order(ORDER, "");
      var answers = new ArrayList<Integer>();
      var fragile = world.fragile();
      fragile.pauseBefore(
          request, () -> answers.add(fragile.spared(() -> contact("DELETE", "", ""))));
      world.work();

      world.live();
      // A message on its way keeps its contact from being erased.
      if (!answers.equals(List.of(204))) continue;
      erased++;
      assertNothingOfBob();
    }
    assertTrue(erased > 3, "only " + erased);
  }

  /// Whether the order came after the erasure: then it says why nothing is sent.
  private boolean planningKnew() {
    var decisions = world.services().decisions().read(world.owner(), latest().id(), 0, 1);
    return decisions.getFirst().document().contains("suppressed");
  }

  @Test
  void what_an_order_said_that_was_cancelled_before_it_was_written_is_erased() {
    world.order(ORDER, "");
    var steer = new SteerExecution(world.services());
    var id = latest().id().value();
    assertEquals(202, call(steer, "POST /api/smart-send/{execution_id}/cancel", id, ""));
    world.live();

    assertEquals(204, contact("DELETE", "", ""));

    assertNothingOfBob();
  }

  @Test
  void a_message_that_is_planned_while_its_contact_is_erased_is_erased_too() {
    var requests = 1;
    for (int request = 1; request <= requests; request++) {
      world = new World(engine, "{'+12125550102': {'voicemail': [{'reports': []}]}}");
      world.orderAndWrite(
          "{'goal': 'nurture', 'leads': [{'id': 'bob', 'name': 'Bob Moss',"
              + " 'phone': '+12125550102', 'email': 'bob@example.org', 'score': 6}]}");
      world.work();
      world.fragile().pauseBefore(request, this::missed);
      world.fragile().arm(true);

      assertEquals(204, contact("DELETE", "", ""));

      world.fragile().arm(false);
      requests = Math.max(requests, world.fragile().count());
      assertNothingOfBob();
    }
  }

  /// Another process is told that nobody was there, and plans the next message.
  private void missed() {
    var send = world.sends(latest()).getFirst();
    if (send.providerId().isEmpty()) return;
    var report = new Report(State.NO_ANSWER, "told", Optional.empty(), world.now());
    world.services(new Fragile()).transitions().report(send.id(), report, send.providerId().get());
  }

  @Test
  void a_lead_that_responded_before_the_order_was_written_is_left_in_peace() {
    world.order(ORDER, "");
    var told = "{'execution_id': '%s', 'outcome': 'responded'}".formatted(latest().id());

    var outcome = new RecordOutcome(world.services());
    assertEquals(202, call(outcome, "POST /api/leads/{lead_id}/outcomes", "bob", told));

    world.live();
    assertEquals(List.of(), world.calls());
    assertTrue(world.sends(latest()).stream().allMatch(send -> send.state().settled()));
  }
}
