package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import dev.switchboard.local.product.Product.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Orders that a person has to let run.
class ApprovalTest {

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

  private static Answer steer(String person, String id, String verb) {
    return product.send(
        product
            .request(person, "/api/smart-send/" + id + "/" + verb)
            .POST(BodyPublishers.noBody())
            .build());
  }

  /// @param option of the order, as a field of JSON
  private static String order(String option, String email) {
    return "{\"goal\": \"nurture\", %s, \"message\": \"News of {{company}}\", \"leads\": [{\"id\": \"none\"},"
            .formatted(option)
        + "{\"id\": \"ann\", \"name\": \"Ann Lee\", \"company\": \"Ray Ltd\", \"phone\":"
        + " \"+12125550130\","
        + " \"email\": \"%s\", \"score\": 2}]}".formatted(email);
  }

  private static List<String> told(JsonNode previews) {
    var told = new ArrayList<String>();
    for (var preview : previews)
      told.add(
          "%s %s %s"
              .formatted(
                  preview.path("lead").asText(),
                  preview.path("channel").asText(),
                  preview.path("text").asText().lines().findFirst().orElseThrow()));
    return told;
  }

  @Test
  void nothing_leaves_before_a_manager_approves_and_all_of_it_once_afterwards() {
    var id = product.order(order("\"review\": true", "ann@example.org"));
    product.advance(Duration.ofMinutes(30));

    var waiting = product.execution(id);
    assertEquals("awaiting_approval", waiting.path("status").asText());
    assertEquals(List.of(), product.sentTo("ann@example.org"));
    assertEquals(List.of("ann email News of Ray Ltd"), told(waiting.path("previews")));
    assertEquals(403, steer("operator", id, "approve").status());
    for (var verb : List.of("pause", "resume"))
      assertEquals(409, steer("manager", id, verb).status(), verb);

    var approved = steer("manager", id, "approve");
    product.runtime().settle();

    assertEquals(202, approved.status(), approved.raw().body());
    assertEquals("running", approved.body().path("status").asText());
    assertEquals("manager@acme", approved.body().path("approved_by").asText());
    var at = approved.body().path("approved_at").asText();
    assertEquals(at, product.execution(id).path("approved_at").asText());
    var second = steer("admin", id, "approve");
    assertEquals(409, second.status(), second.raw().body());
    var first = "manager@acme approved it at " + at;
    assertTrue(second.body().path("detail").asText().contains(first), second.raw().body());
    assertEquals(1, product.sentTo("ann@example.org").size());
    assertTrue(product.execution(id).path("previews").isMissingNode());
    product.advance(Duration.ofMinutes(3));
    assertEquals("completed", product.execution(id).path("status").asText());
    assertEquals(1, product.sentTo("ann@example.org").size());
    assertEquals(409, steer("manager", id, "approve").status());
  }

  @Test
  void what_runs_without_review_cannot_be_approved() {
    var id = product.order(order("\"review\": false", "free@example.org"));

    assertEquals(409, steer("manager", id, "approve").status());
    assertTrue(product.execution(id).path("approved_by").isMissingNode());
  }

  @Test
  void what_is_refused_never_leaves() {
    var id = product.order(order("\"review\": true", "bob@example.org"));

    assertEquals("cancelled", steer("operator", id, "cancel").body().path("status").asText());
    product.advance(Duration.ofMinutes(30));

    assertEquals(List.of(), product.sentTo("bob@example.org"));
    assertEquals(List.of("email cancelled cancelled"), product.sends(id, "ann"));
    assertEquals(409, steer("manager", id, "approve").status());
  }

  @Test
  void the_words_shown_are_those_that_would_leave_however_late_they_come() {
    var leads = new StringBuilder();
    for (var i = 0; i < 100; i++) leads.append("{\"id\": \"nobody-%d\"},".formatted(i));
    for (var name : List.of("out", "last"))
      leads.append("{\"id\": \"%1$s\", \"email\": \"%1$s@example.org\"},".formatted(name));
    leads.setLength(leads.length() - 1);
    var id =
        product.order(
            "{\"goal\": \"nurture\", \"review\": true, \"message\": \"News\", \"leads\": [%s]}"
                .formatted(leads));
    assertEquals(
        List.of("out email News", "last email News"), told(product.execution(id).path("previews")));

    var out = product.get("manager", "/api/contacts?email=out@example.org").body();
    var path = "/api/contacts/" + out.path("id").asText() + "/opt-out";
    assertEquals(202, product.post("operator", path, "{\"source\": \"asked\"}").status());
    product.runtime().settle();

    assertEquals(List.of("last email News"), told(product.execution(id).path("previews")));
  }

  @Test
  void an_owner_may_want_to_approve_every_order() {
    try (var strict = Product.start()) {
      var settings = "{\"sender\": {\"postal_address\": \"1 Main St\"}, \"review\": true}";
      var kept = strict.put("manager", "/api/smart-send/settings", settings);
      assertEquals(true, kept.body().path("review").asBoolean(), kept.raw().body());

      var answer =
          strict.post("manager", "/api/smart-send", order("\"urgent\": true", "c@example.org"));

      strict.runtime().settle();
      var execution = strict.execution(answer.body().path("execution_id").asText());
      assertEquals("awaiting_approval", execution.path("status").asText());
    }
  }

  @Test
  void a_dry_run_shows_the_words_on_every_channel_of_the_chain() {
    var order =
        order("\"dry_run\": true", "dry@example.org").replace("\"score\": 2", "\"score\": 6");
    var answer = product.post("manager", "/api/smart-send", order).body();

    var words = told(answer.path("previews"));
    assertEquals(
        List.of("ann voicemail", "ann sms", "ann email"),
        words.stream().map(line -> line.replaceFirst("^(\\w+ \\w+) .*", "$1")).toList());
    for (var line : words) assertTrue(line.contains("News of Ray Ltd"), line);
    assertTrue(
        answer.path("previews").get(2).path("text").asText().contains("[link to unsubscribe]"));
    assertEquals(Json.tree("[\"sms\",\"email\"]"), answer.path("leads").get(1).path("fallbacks"));
  }
}
