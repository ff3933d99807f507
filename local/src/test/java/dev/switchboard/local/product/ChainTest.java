package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What follows a send, channel after channel, as the outbox's scenario lets it happen.
class ChainTest {

  private static final String SCENARIO =
      """
      {
        "+12125550110": {
          "voice_call": [{"reports": [{"after": "PT20S", "state": "no_answer", "cause": "busy"}]}],
          "voicemail": [{"reports": [{"after": "PT20S", "state": "no_answer"}]}],
          "sms": [{"reports": [{"after": "PT5S", "state": "undelivered", "cause": "30003"}]}]},
        "+12125550111": {
          "voice_call": [{"reports": [{"after": "PT20S", "state": "no_answer"}]}]},
        "+12125550112": {
          "voicemail": [{"reports": [{"after": "PT20S", "state": "no_answer"}]}],
          "sms": [{"reports": [{"after": "PT4S", "state": "delivered"}],
                   "reply": {"after": "PT5M", "text": "Stop!"}}]},
        "+12125550113": {
          "sms": [{"attempt": "lost_reply", "reports": [{"after": "PT20M", "state": "delivered"}]}]},
        "+12125550114": {
          "sms": [{"attempt": "unclear"},
                  {"reports": [{"after": "PT4S", "state": "delivered"}]}]},
        "+12125550115": {"voicemail": [{"attempt": "not_taken"}]},
        "+12125550116": {
          "voicemail": [{"reports": [{"after": "PT20S", "state": "no_answer"}]}],
          "sms": [{"attempt": "bad_address"}]},
        "+12125550118": {"sms": [{"attempt": "unclear"}]},
        "+12125550119": {
          "sms": [{"reports": [{"after": "PT4S", "state": "delivered"}],
                   "reply": {"after": "PT3M", "text": "Who is this?"}}]}
      }
      """;

  private static Product product;

  @BeforeAll
  static void start() {
    product = Product.hasty(SCENARIO, Product.MORNING);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @AfterEach
  void nobody_was_asked_twice_for_a_step() {
    assertEquals(Map.of(), product.twice());
  }

  @Test
  void a_call_that_nobody_takes_goes_down_all_channels() {
    var id =
        product.order(
            "appointment",
            "{\"id\": \"ann\", \"name\": \"Ann Lee\", \"phone\": \"+12125550110\","
                + " \"email\": \"ann@example.org\", \"score\": 9}");

    product.advance(Duration.ofMinutes(12));

    assertEquals(
        List.of(
            "voice_call no_answer", "voicemail no_answer", "sms undelivered", "email delivered"),
        product.sends(id, "ann"));
    assertEquals(List.of("voice_call", "voicemail", "sms"), product.channels("+12125550110"));
    assertEquals(List.of("email"), product.channels("ann@example.org"));
    var execution = product.execution(id);
    assertEquals("completed", execution.path("status").asText());
    assertEquals("0.97", execution.path("actual_cost").asText());
  }

  @Test
  void what_the_outbox_took_is_marked_as_simulated() {
    var id = product.order("nurture", "{\"id\": \"kim\", \"email\": \"kim@example.org\"}");

    assertTrue(product.lead(id, "kim").path("sends").path(0).path("simulated").asBoolean());
  }

  @Test
  void a_response_that_is_reported_withdraws_what_waits() {
    var id =
        product.order(
            "appointment",
            "{\"id\": \"ben\", \"phone\": \"+12125550111\", \"email\": \"ben@example.org\","
                + " \"score\": 9}");
    product.advance(Duration.ofMinutes(1));
    assertEquals(List.of("voice_call no_answer", "voicemail planned"), product.sends(id, "ben"));

    var answer =
        product.post(
            "agent",
            "/api/leads/ben/outcomes",
            "{\"execution_id\": \"%s\", \"outcome\": \"responded\"}".formatted(id));
    product.runtime().settle();

    assertEquals(202, answer.status(), answer.raw().body());
    assertEquals(
        List.of("voice_call no_answer", "voicemail cancelled responded"), product.sends(id, "ben"));
    product.advance(Duration.ofMinutes(30));
    assertEquals(List.of("voice_call"), product.channels("+12125550111"));
    assertEquals(List.of(), product.channels("ben@example.org"));
  }

  @Test
  void a_reply_stops_the_chain_and_counts_as_response() {
    var id =
        product.order("nurture", "{\"id\": \"ivy\", \"phone\": \"+12125550119\", \"score\": 2}");

    product.advance(Duration.ofMinutes(10));

    assertEquals(List.of("sms delivered"), product.sends(id, "ivy"));
    assertEquals(1, product.execution(id).path("responded").asInt());
  }

  @Test
  void stop_ends_everything_and_start_lifts_it() {
    var lead =
        "{\"id\": \"cat\", \"phone\": \"+12125550112\", \"email\": \"cat@example.org\","
            + " \"score\": 6}";
    var first = product.order("nurture", lead);
    product.advance(Duration.ofMinutes(9));

    assertEquals(
        List.of("voicemail no_answer", "sms delivered", "email suppressed optout-all"),
        product.sends(first, "cat"));

    var second = product.order("nurture", "{\"id\": \"c2\", \"email\": \"cat@example.org\"}");
    var third = product.order("appointment", lead);
    assertEquals("blocked", product.lead(second, "c2").path("status").asText());
    assertEquals("blocked", product.lead(third, "cat").path("status").asText());
    for (var turned : product.lead(third, "cat").path("decision").path("turned_down"))
      assertEquals("optout-all", turned.path("rule").asText(), turned.toString());
    assertEquals(List.of("voicemail", "sms"), product.channels("+12125550112"));
    assertEquals(List.of(), product.channels("cat@example.org"));

    reply(product.lead(first, "cat").path("sends").get(1), "START");
    var fourth = product.order("nurture", "{\"id\": \"c4\", \"email\": \"cat@example.org\"}");
    product.advance(Duration.ofMinutes(1));
    assertEquals(List.of("email delivered"), product.sends(fourth, "c4"));
  }

  /// As a provider's webhook hands it on.
  private static void reply(JsonNode send, String text) {
    var told =
        Map.of(
            "mid", send.path("id").asText(),
            "text", text,
            "at", product.runtime().clock().instant().toString());
    var event = Map.of("Records", List.of(Map.of("messageId", "m-1", "body", Json.text(told))));
    product.runtime().call("ApplyReports", Json.text(event).getBytes(StandardCharsets.UTF_8));
    product.runtime().settle();
  }

  @Test
  void an_unclear_attempt_that_the_provider_has_is_not_repeated() {
    var id =
        product.order("nurture", "{\"id\": \"dan\", \"phone\": \"+12125550113\", \"score\": 2}");
    assertEquals(List.of("sms unknown"), product.sends(id, "dan"));

    product.advance(Duration.ofMinutes(7));
    assertEquals(List.of("sms accepted"), product.sends(id, "dan"));

    product.advance(Duration.ofMinutes(20));
    assertEquals(List.of("sms delivered"), product.sends(id, "dan"));
    assertEquals(List.of("sms"), product.channels("+12125550113"));
  }

  @Test
  void an_unclear_attempt_that_the_provider_does_not_have_is_made_once_more() {
    var id =
        product.order("nurture", "{\"id\": \"eve\", \"phone\": \"+12125550114\", \"score\": 2}");
    product.advance(Duration.ofMinutes(9));
    assertEquals(List.of("sms unknown"), product.sends(id, "eve"));
    assertEquals(List.of(), product.channels("+12125550114"));

    product.advance(Duration.ofMinutes(8));
    assertEquals(List.of("sms delivered"), product.sends(id, "eve"));
    assertEquals(List.of("sms"), product.channels("+12125550114"));
    assertEquals(List.of("unclear", "accepted"), product.answers("+12125550114"));
  }

  @Test
  void what_stays_unclear_is_parked_for_a_person() {
    var id =
        product.order("nurture", "{\"id\": \"hal\", \"phone\": \"+12125550118\", \"score\": 2}");

    product.advance(Duration.ofMinutes(80));

    assertEquals(List.of("sms parked"), product.sends(id, "hal"));
    assertEquals(List.of(), product.channels("+12125550118"));
  }

  @Test
  void what_is_not_taken_three_times_goes_on_with_the_next_channel() {
    var id =
        product.order("nurture", "{\"id\": \"fay\", \"phone\": \"+12125550115\", \"score\": 6}");
    product.advance(Duration.ofSeconds(90));
    assertEquals(List.of("voicemail planned"), product.sends(id, "fay"));

    product.advance(Duration.ofMinutes(6));

    assertEquals(
        List.of("voicemail rejected not-taken", "sms delivered"), product.sends(id, "fay"));
    assertEquals(List.of("sms"), product.channels("+12125550115"));
    assertEquals(
        List.of("not_taken", "not_taken", "not_taken", "accepted"),
        product.answers("+12125550115"));
  }

  @Test
  void a_bad_number_is_remembered_for_its_channel() {
    var lead =
        "{\"id\": \"gus\", \"phone\": \"+12125550116\", \"email\": \"gus@example.org\","
            + " \"score\": 6}";
    var id = product.order("nurture", lead);
    product.advance(Duration.ofMinutes(9));

    assertEquals(
        List.of("voicemail no_answer", "sms rejected bad-address", "email delivered"),
        product.sends(id, "gus"));
    assertEquals(List.of("accepted", "bad_address"), product.answers("+12125550116"));
    var contact = product.get("manager", "/api/contacts?phone=%2B12125550116").body();
    assertEquals(1, contact.path("suppressions").size(), contact.toString());
    var suppression = contact.path("suppressions").get(0);
    assertEquals(
        "sms +12125550116 bad_number",
        suppression.path("channel").asText()
            + " "
            + suppression.path("address").asText()
            + " "
            + suppression.path("reason").asText());

    var again = product.lead(product.order("nurture", lead), "gus");
    assertEquals("voicemail", again.path("primary_channel").asText());
    assertEquals(Json.tree("[\"email\"]"), again.path("fallbacks"));
  }
}
