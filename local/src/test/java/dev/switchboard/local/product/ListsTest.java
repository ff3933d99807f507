package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.functions.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Lists, read to their end, and what is counted over them.
class ListsTest {

  private static Product product;

  @BeforeAll
  static void start() {
    product = Product.start();
    product.settings();
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void leads_are_read_to_their_end_without_loss_or_repeat() {
    var ids =
        Stream.concat(IntStream.range(0, 120).mapToObj(at -> "m" + at), Stream.of("none")).toList();
    var id =
        product.order(
            ids.stream()
                .map(lead ->
                    lead.equals("none")
                        ? "{\"id\": \"none\"}"
                        : "{\"id\": \"%1$s\", \"email\": \"%1$s@example.org\"}".formatted(lead))
                .collect(Collectors.joining(",", "{\"goal\": \"nurture\", \"leads\": [", "]}")));
    product.advance(Duration.ofMinutes(1));
    var list = "/api/smart-send/" + id + "/leads";

    for (int limit : List.of(1, 7, 50, 100))
      assertEquals(ids, all(list + "?limit=" + limit, "leads", "id"), "limit " + limit);
    assertEquals(List.of("none"), all(list + "?state=unreachable", "leads", "id"));
    assertEquals(ids.subList(0, 120), all(list + "?limit=7&state=delivered", "leads", "id"));
    assertEquals(List.of(), all(list + "?state=parked", "leads", "id"));
  }

  @Test
  void executions_are_read_to_their_end_latest_first() {
    var made = new ArrayList<String>();
    for (int number = 0; number < 5; number++)
      made.addFirst(product.order("{\"goal\": \"nurture\", \"leads\": [{\"id\": \"x\"}]}"));

    for (int limit : List.of(1, 2, 100)) {
      var found = all("/api/smart-send?limit=" + limit, "executions", "execution_id");
      assertEquals(found.stream().distinct().toList(), found);
      assertEquals(made, found.stream().filter(made::contains).toList());
    }
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    for (int number = 0; number < 2; number++)
      product.order("{\"goal\": \"nurture\", \"leads\": [{\"id\": \"x\"}]}");
    var id = product.order("{\"goal\": \"nurture\", \"leads\": [{\"id\": \"x\"}]}");
    var first = product.get("user", "/api/smart-send?limit=1").body();
    var cursor = first.path("next").asText();

    assertEquals(200, product.get("user", "/api/smart-send?cursor=" + cursor).status());
    assertEquals(
        400, product.get("user", "/api/smart-send/" + id + "/leads?cursor=" + cursor).status());
  }

  private static List<String> all(String path, String list, String field) {
    var found = new ArrayList<String>();
    var next = "";
    do {
      var page = product.get("user", path + (next.isEmpty() ? "" : "&cursor=" + next)).body();
      for (var item : page.path(list)) found.add(item.path(field).asText());
      next = page.path("next").asText();
    } while (!next.isEmpty());
    return found;
  }

  @Test
  void analytics_count_what_was_sent_and_what_it_brought() {
    var id =
        product.order(
            """
            {"goal": "appointment", "leads": [
              {"id": "p", "phone": "+12125550104", "score": 9},
              {"id": "q", "email": "q@example.org", "score": 3},
              {"id": "r", "email": "r@example.org", "score": 3}]}
            """);
    product.advance(Duration.ofMinutes(5));
    outcome("{\"execution_id\": \"%s\", \"outcome\": \"responded\"}".formatted(id));
    outcome("{\"execution_id\": \"%s\", \"outcome\": \"converted\", \"value\": 75}".formatted(id));

    var path = "/api/smart-send/analytics?execution_id=" + id;
    var counted = product.get("user", path).body();
    assertEquals(
        Json.tree(
                """
                   {"executions": 1, "leads": 3, "average_cost": 0.2633,
                    "by_channel": [
                     {"channel": "email", "leads": 2, "sends": 2, "delivered": 2, "responded": 0,
                  "converted": 0, "estimated_cost": 0.04, "actual_cost": 0.04},
                 {"channel": "sms", "leads": 0, "sends": 0, "delivered": 0, "responded": 0,
                  "converted": 0, "estimated_cost": 0, "actual_cost": 0},
                 {"channel": "voice_call", "leads": 1, "sends": 1, "delivered": 1, "responded": 1,
                  "converted": 1, "estimated_cost": 0.75, "actual_cost": 0.75},
                 {"channel": "voicemail", "leads": 0, "sends": 0, "delivered": 0, "responded": 0,
                  "converted": 0, "estimated_cost": 0, "actual_cost": 0}],
                "by_score": [
                     {"score": 3, "leads": 2, "responded": 0, "converted": 0, "cost": 0.04, "value": 0,
                      "return": -1.0000},
                     {"score": 9, "leads": 1, "responded": 1, "converted": 1, "cost": 0.75, "value": 75,
                      "return": 99.0000}]}
                """)
            .toString(),
        counted.toString());
    assertEquals(counted, product.get("user", path + "&from=2026-01-01T00:00:00Z").body());
    for (var elsewhere : List.of(path + "&", "/api/smart-send/analytics?"))
      assertEquals(
          0,
          product
              .get("user", elsewhere + "from=2027-01-01T00:00:00Z")
              .body()
              .path("leads")
              .asInt());
  }

  private static void outcome(String body) {
    assertEquals(202, product.post("agent", "/api/leads/p/outcomes", body).status());
  }
}
