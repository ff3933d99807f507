package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import dev.switchboard.local.product.Product.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Orders repeated, large, rehearsed, and in each of their shapes.
class OrdersTest {

  private static Product product;

  @BeforeAll
  static void start() {
    product = Product.start();
    product.settings("{}");
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  private static String leads(int count, IntFunction<String> lead) {
    return IntStream.range(0, count).mapToObj(lead).collect(Collectors.joining(",", "[", "]"));
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
        "{\"goal\": \"nurture\", \"review\": true, \"leads\": %s}"
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
    assertEquals(
        5_000, taken("text/csv", "?goal=nurture&review=true", csv).path("sent_to").asInt());

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
    while (!product.runtime().settle()) System.out.println("5000 leads are being written");
    var execution = product.execution(answer.body().path("execution_id").asText());
    assertEquals("awaiting_approval", execution.path("status").asText());
    assertEquals(Json.tree("{\"planned\":5000}"), execution.path("sends"));
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
