package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.functions.Json;
import dev.switchboard.local.product.Product.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Pause, resume and cancel.
class SteeringTest {

  private static Product product;

  @BeforeAll
  static void start() {
    product = early();
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  private static String leads(int count, IntFunction<String> lead) {
    return IntStream.range(0, count).mapToObj(lead).collect(Collectors.joining(",", "[", "]"));
  }

  /// Five minutes before the first may be called in Honolulu, of an owner who waits ten minutes
  /// where others wait a day.
  private static Product early() {
    var early =
        Product.start(Product.options("").withFreshTime(Instant.parse("2026-11-23T17:55:00Z")));
    early.settings(
        """
        {"cool_down_seconds": 120, "no_reaction_after_seconds": 600,
         "voice_hours": {"from": "08:00", "to": "20:00"}}
        """);
    return early;
  }

  /// Thirty people of Honolulu.
  private static String thirty(Product product) {
    return product.order(
        "{\"goal\": \"nurture\", \"leads\": %s}"
            .formatted(
                leads(
                    30,
                    at ->
                        "{\"id\": \"h%d\", \"phone\": \"+180855501%02d\", \"score\": 6}"
                            .formatted(at, at))));
  }

  private static Answer steer(Product product, String id, String verb) {
    return product.send(
        product
            .request("operator", "/api/smart-send/" + id + "/" + verb)
            .POST(BodyPublishers.noBody())
            .build());
  }

  private static Map<String, Long> calls(Product product, String execution) {
    var calls = new TreeMap<String, Long>();
    product
        .calls()
        .forEach((send, count) -> {
          if (send.substring(16, 32).equals(execution)) calls.put(send, count);
        });
    return calls;
  }

  private static Set<Long> counts(Product product, String execution) {
    return Set.copyOf(calls(product, execution).values());
  }

  @Test
  void nothing_leaves_while_paused_and_all_of_it_once_when_resumed() {
    try (var product = early()) {
      var id = thirty(product);
      assertEquals(Json.tree("{\"held\":30}"), product.execution(id).path("sends"));

      var paused = steer(product, id, "pause");
      assertEquals(202, paused.status());
      assertEquals("paused", paused.body().path("status").asText());
      product.advance(Duration.ofMinutes(20));
      assertEquals(Map.of(), calls(product, id));
      assertEquals("paused", product.execution(id).path("status").asText());

      assertEquals("running", steer(product, id, "resume").body().path("status").asText());
      product.runtime().settle();
      product.advance(Duration.ofMinutes(2));

      assertEquals(30, calls(product, id).size());
      assertEquals(Set.of(1L), counts(product, id));
      product.advance(Duration.ofMinutes(15));
      assertEquals("completed", product.execution(id).path("status").asText());
      assertEquals(60, calls(product, id).size());
      assertEquals(Set.of(1L), counts(product, id));
    }
  }

  @Test
  void a_pause_in_the_middle_of_a_chain_holds_its_next_step() {
    try (var product = early()) {
      var id =
          product.order(
              """
              {"goal": "nurture", "leads": [
                {"id": "amy", "phone": "+12125550180", "email": "amy@example.org", "score": 6}]}
              """);
      product.advance(Duration.ofMinutes(2));
      var _ = steer(product, id, "pause");

      product.advance(Duration.ofMinutes(30));
      assertEquals(List.of("voicemail voicemail", "sms planned"), product.sends(id, "amy"));

      var _ = steer(product, id, "resume");
      product.advance(Duration.ofMinutes(2));
      assertEquals(
          List.of("voicemail voicemail", "sms delivered", "email planned"),
          product.sends(id, "amy"));
      product.advance(Duration.ofMinutes(15));
      assertEquals(Set.of(1L), counts(product, id));
      assertEquals(3, calls(product, id).size());
    }
  }

  @Test
  void cancelling_withdraws_what_waits_and_lists_what_has_left() {
    try (var product = early()) {
      var id =
          product.order(
              """
              {"goal": "nurture", "leads": [
                {"id": "gone", "email": "gone@example.org"},
                {"id": "late", "phone": "+18085550181", "score": 6}]}
              """);
      assertEquals(1, product.sentTo("gone@example.org").size());
      assertEquals("held", product.lead(id, "late").path("status").asText());

      var cancelled = steer(product, id, "cancel");
      product.advance(Duration.ofMinutes(2));

      assertEquals("cancelled", cancelled.body().path("status").asText());
      assertEquals(
          2,
          cancelled.body().path("leads").path("accepted").asInt()
              + cancelled.body().path("leads").path("held").asInt());
      assertEquals(List.of("voicemail cancelled cancelled"), product.sends(id, "late"));
      product.advance(Duration.ofMinutes(15));
      assertEquals(List.of("email delivered"), product.sends(id, "gone"));
      assertEquals(List.of(), product.sentTo("+18085550181"));
      assertEquals("cancelled", product.execution(id).path("status").asText());
    }
  }

  @Test
  void what_the_state_does_not_allow_is_a_conflict() {
    var done = product.order("{\"goal\": \"nurture\", \"leads\": [{\"id\": \"x\"}]}");
    product.advance(Duration.ofMinutes(3));
    var cancelled =
        product.order(
            """
            {"goal": "nurture", "leads": [{"id": "u", "phone": "+18085550190", "score": 6}]}
            """);
    var _ = steer(product, cancelled, "cancel");

    assertEquals("completed", product.execution(done).path("status").asText());
    for (var verb : List.of("pause", "resume", "cancel")) conflict(done, verb);
    for (var verb : List.of("pause", "resume")) conflict(cancelled, verb);
    assertEquals(202, steer(product, cancelled, "cancel").status());
  }

  private static void conflict(String id, String verb) {
    var answer = steer(product, id, verb);
    assertEquals(409, answer.status(), verb);
    assertEquals("/problems/conflict", answer.body().path("type").asText());
  }
}
