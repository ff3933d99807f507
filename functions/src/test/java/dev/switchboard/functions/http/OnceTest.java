package dev.switchboard.functions.http;

import static dev.switchboard.functions.http.Calls.answer;
import static dev.switchboard.functions.http.Calls.body;
import static dev.switchboard.functions.http.Calls.event;
import static dev.switchboard.functions.http.Calls.headers;
import static dev.switchboard.functions.http.Calls.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.Unavailable;
import dev.switchboard.functions.aws.DynamoEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnceTest {

  private final List<String> made = new ArrayList<>();
  private final DynamoEngine engine = new DynamoEngine("Outreach");
  private Instant now = Instant.parse("2026-03-02T10:00:00Z");
  private Runnable fault = () -> {};
  private int ids;

  /// Makes things, and says which.
  private final class Makes extends Endpoint {
    private final Once once =
        new Once(new DynamoIdempotency(engine.client(), "Outreach"), () -> now);

    Makes() {
      super(new Claims("owner", "roles"));
    }

    @Override
    public List<Route> routes() {
      return List.of(Route.of("POST", "/things/{thing_id}", Set.of(Role.MANAGER), this::make));
    }

    private Reply make(Request request) {
      var work = new Once.Work(this::made, id -> told(200, id));
      return once.answer(request, request.body(Body.COMMON), "e-" + ++ids, work);
    }

    private Reply made(String id) {
      made.add(id);
      fault.run();
      return told(201, id);
    }

    private static Reply told(int status, String id) {
      return Reply.json(status, Map.of("id", id));
    }
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void the_same_request_acts_once_and_is_told_again() {
    var first = call(_ -> {});
    var second = call(_ -> {});

    assertEquals(List.of("e-1"), made);
    assertEquals(json("{'id':'e-1'}"), body(first));
    assertEquals(json("{'id':'e-1'}"), body(second));
    assertFalse(headers(first).containsKey("idempotent-replayed"));
    assertEquals("true", headers(second).get("idempotent-replayed"));
  }

  @Test
  void without_a_key_each_request_acts() {
    call(e -> ((ObjectNode) e.get("headers")).remove("idempotency-key"));
    call(e -> ((ObjectNode) e.get("headers")).remove("idempotency-key"));

    assertEquals(List.of("e-1", "e-2"), made);
  }

  @Test
  void another_body_under_the_key_is_refused() {
    call(_ -> {});

    assertEquals(
        json(
            "{'type':'/problems/key-reused','title':'The idempotency key was used for another"
                + " request','status':422,'detail':'The idempotency key was used for another"
                + " request.','request_id':'r-1'}"),
        body(call(e -> e.put("body", "e30="))));
  }

  @Test
  void an_attempt_that_died_is_waited_for_then_done_again_under_its_id() {
    fault =
        () -> {
          throw new Unavailable("the queue", new IllegalStateException());
        };
    assertEquals(503, call(_ -> {}).get("statusCode").intValue());
    fault = () -> {};

    var early = call(_ -> {});
    now = now.plus(Idempotency.LEASE);
    var late = call(_ -> {});

    assertEquals(409, early.get("statusCode").intValue());
    assertEquals("60", headers(early).get("retry-after"));
    assertEquals(json("{'id':'e-1'}"), body(late));
    assertEquals(List.of("e-1", "e-1"), made);
  }

  @Test
  void a_request_that_was_refused_leaves_the_key_free() {
    fault =
        () -> {
          throw new Refused(Problem.of(Problem.Kind.CONFLICT));
        };
    assertEquals(409, call(_ -> {}).get("statusCode").intValue());
    fault = () -> {};

    assertEquals(201, call(e -> e.put("body", "e30=")).get("statusCode").intValue());
  }

  private JsonNode call(Consumer<ObjectNode> change) {
    return answer(new Makes(), event(change));
  }
}
