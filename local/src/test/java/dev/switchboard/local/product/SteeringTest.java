package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import dev.switchboard.local.product.Product.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
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

/// Pause, resume, cancel; orders repeated, large, rehearsed, and in each of their shapes.
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

  private static Answer keyed(String key, String body) {
    return product.send(
        product
            .request("manager", "/api/smart-send")
            .header("content-type", "application/json")
            .header("idempotency-key", key)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  @Test
  void the_same_key_is_the_same_execution_and_another_body_is_refused() {
    var body =
        "{\"goal\": \"nurture\", \"leads\": [{\"id\": \"a\", \"email\": \"once@example.org\"}]}";
    var first = keyed("k-1", body);
    product.runtime().settle();

    var again = keyed("k-1", body);
    product.runtime().settle();
    var other = keyed("k-1", body.replace("nurture", "announcement"));

    assertEquals(202, again.status());
    assertEquals(first.body(), again.body());
    assertEquals("", first.raw().headers().firstValue("idempotent-replayed").orElse(""));
    assertEquals("true", again.raw().headers().firstValue("idempotent-replayed").orElse(""));
    assertEquals(422, other.status());
    assertEquals("/problems/key-reused", other.body().path("type").asText());
    assertEquals(1, product.sentTo("once@example.org").size());
  }

  @Test
  void a_key_belongs_to_its_owner() {
    var body = "{\"goal\": \"nurture\", \"leads\": [{\"id\": \"a\"}]}";
    var ours = keyed("k-2", body);
    var theirs =
        product.send(
            product
                .request("globex-admin", "/api/smart-send")
                .header("content-type", "application/json")
                .header("idempotency-key", "k-2")
                .POST(BodyPublishers.ofString(body))
                .build());

    assertEquals(202, theirs.status());
    assertEquals(false, theirs.raw().headers().firstValue("idempotent-replayed").isPresent());
    assertEquals(
        false, ours.body().path("execution_id").equals(theirs.body().path("execution_id")));
  }

  @Test
  void five_thousand_leads_are_taken_as_json_and_as_csv() {
    var json =
        "{\"goal\": \"nurture\", \"name\": \"json\", \"leads\": %s}"
            .formatted(
                leads(
                    5_000,
                    at ->
                        "{\"id\": \"j%d\", \"name\": \"Lead %d\", \"email\": \"j%d@example.org\"}"
                            .formatted(at, at, at)));
    var csv =
        IntStream.range(0, 5_000)
            .mapToObj("c%1$d,Lead %1$d,c%1$d@example.org\n"::formatted)
            .collect(Collectors.joining("", "id,name,email\n", ""));

    assertEquals(5_000, taken("application/json", "", json).path("sent_to").asInt());
    assertEquals(5_000, taken("text/csv", "?goal=nurture&name=csv", csv).path("sent_to").asInt());

    var tooMany = leads(5_001, "{\"id\": \"t%d\"}"::formatted);
    var answer = product.post("manager", "/api/smart-send?goal=nurture", tooMany);
    assertEquals(400, answer.status());
    assertEquals(
        Json.tree("[{\"pointer\":\"\",\"rule\":\"must have 1 to 5000 leads, has more\"}]"),
        answer.body().path("errors"));
  }

  private static JsonNode taken(String type, String query, String body) {
    var began = System.nanoTime();
    var answer =
        product.send(
            product
                .request("manager", "/api/smart-send" + query)
                .header("content-type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    System.out.printf(
        "5000 leads as %s: %d bytes taken in %d ms%n",
        type, body.length(), Duration.ofNanos(System.nanoTime() - began).toMillis());
    assertEquals(202, answer.status(), answer.raw().body());
    assertEquals(100, answer.body().path("leads").size());
    // Five thousand mails need not leave here.
    var _ = steer(product, answer.body().path("execution_id").asText(), "cancel");
    return answer.body();
  }

  @Test
  void a_dry_run_stores_nothing_and_shows_the_curve() {
    product.runtime().settle();
    var before = everything();

    var answer =
        keyed(
            "dry",
            """
            {"goal": "appointment", "dry_run": true, "budget_total": 50, "leads": [
              {"id": "a", "phone": "+12125550182", "email": "a@example.org", "score": 9},
              {"id": "b", "phone": "+12125550183", "email": "b@example.org", "score": 6},
              {"id": "c", "email": "c@example.org"}]}
            """);

    assertEquals(200, answer.status(), answer.raw().body());
    assertEquals("dry_run", answer.body().path("status").asText());
    assertEquals(true, answer.body().path("execution_id").isMissingNode());
    assertEquals(3, answer.body().path("sent_to").asInt());
    assertTrue(answer.body().path("curve").size() > 1, answer.raw().body());
    assertEquals(before, everything());
    assertEquals(404, product.get("manager", "/api/contacts?email=c@example.org").status());
  }

  /// Every item of every table but for what the minute's sweep may change.
  private static Set<String> everything() {
    var found = new HashSet<String>();
    for (var table : product.runtime().template().tables())
      product
          .runtime()
          .aws()
          .dynamo()
          .scanPaginator(scan -> scan.tableName(table.name()))
          .items()
          .forEach(item -> found.add(table.name() + item.get("pk").s() + item.get("sk").s()));
    return found;
  }

  @Test
  void the_shapes_of_a_body_mean_the_same() {
    var lead = "{\"id\": \"s\", \"email\": \"shape@example.org\", \"score\": 3}";
    var bodies =
        List.of(
            product.post(
                "manager",
                "/api/smart-send",
                "{\"goal\": \"nurture\", \"dry_run\": true, \"leads\": [" + lead + "]}"),
            product.post("manager", "/api/smart-send?goal=nurture&dry_run=true", "[" + lead + "]"),
            product.post("manager", "/api/smart-send?goal=nurture&dry_run=true", lead),
            product.post(
                "manager", "/functions/v1/smart-send?goal=nurture&dry_run=true", "[" + lead + "]"),
            product.send(
                product
                    .request("manager", "/api/smart-send?goal=nurture&dry_run=true")
                    .header("content-type", "text/csv")
                    .POST(
                        BodyPublishers.ofString(
                            "ID;E-mail;Score\ns;shape@example.org;3\n".replace("E-mail", "email")))
                    .build()));

    for (var answer : bodies) {
      assertEquals(200, answer.status(), answer.raw().body());
      assertEquals(bodies.getFirst().body(), answer.body());
    }
  }
}
