package dev.switchboard.functions.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.functions.Json;
import dev.switchboard.functions.providers.http.OneRequest.Limits;
import dev.switchboard.functions.providers.twilio.TwilioCodes;
import dev.switchboard.send.Failover;
import dev.switchboard.send.Outcome;
import dev.switchboard.send.Outcome.NotTaken;
import dev.switchboard.send.Outcome.Refusal;
import dev.switchboard.send.Outcome.Refused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What is sent to each vendor, and what the vendor's own codes come to.
class RequestsTest {

  @Test
  void a_text_says_where_it_goes_until_when_and_where_its_status_is_told() {
    var request = request(Vendor.TWILIO);
    var form =
        Arrays.stream(request.body().split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1])));

    assertEquals(
        "POST /2010-04-01/Accounts/AC%s/Messages.json HTTP/1.1".formatted("0".repeat(32)),
        request.line());
    assertEquals(
        Map.of(
            "To",
            "+12125550123",
            "From",
            "+15005550006",
            "Body",
            Vendor.WORDS.text(),
            "ValidityPeriod",
            "3600",
            "StatusCallback",
            "https://switchboard.example/webhooks/twilio/status?mid=" + Vendor.MID),
        form);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Test
  void a_text_does_not_outlast_the_hours_it_may_arrive_in() {
    assertTrue(validity(Duration.ofMinutes(20)).contains("ValidityPeriod=1200&"));
    assertTrue(validity(Duration.ofHours(2)).contains("ValidityPeriod=3600&"));
    try (var stub = Stub.replying(201, Vendor.TWILIO.taken)) {
      var left = Duration.ofSeconds(299);
      assertEquals(
          new NotTaken(Optional.empty(), "the hours of sending end in less than five minutes"),
          attempt(stub, left));
      assertEquals(List.of(), stub.requests());
    }
  }

  private static String validity(Duration left) {
    try (var stub = Stub.replying(201, Vendor.TWILIO.taken)) {
      assertEquals(new Outcome.Accepted("id-1"), attempt(stub, left));
      return stub.requests().getFirst().body();
    }
  }

  private static Outcome attempt(Stub stub, Duration left) {
    return Vendor.TWILIO
        .at(stub.url(), Limits.DEFAULT)
        .attempt(Vendor.TWILIO.claimed(), Vendor.WORDS, Optional.of(Vendor.NOW.plus(left)));
  }

  @Test
  void a_mail_carries_our_id_and_a_way_out() {
    var request = request(Vendor.RESEND);
    var link = Vendor.WORDS.text().lines().skip(1).findFirst().orElseThrow();

    assertEquals("POST /emails HTTP/1.1", request.line());
    assertEquals(Vendor.MID.value(), request.header("idempotency-key"));
    assertEquals("switchboard", request.header("user-agent"));
    assertEquals("Bearer re_key", request.header("authorization"));
    assertEquals(
        Json.tree(
            """
            {"from": "Acme <hi@acme.com>", "to": ["delivered@resend.dev"], "subject": "Hello",
             "text": %s, "tags": [{"name": "mid", "value": "%s"}],
             "headers": {"List-Unsubscribe": "<%s>",
                         "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}}
            """
                .formatted(Json.text(Vendor.WORDS.text()), Vendor.MID, link)),
        Json.tree(request.body()));
  }

  @Test
  void calls_carry_our_id_and_voicemail_is_looked_for() {
    assertEquals(
        Json.tree(
            """
            {"agent_id": "agent-1", "agent_phone_number_id": "phone-1",
             "to_number": "+12125550123",
             "conversation_initiation_client_data":
               {"user_id": "%1$s", "dynamic_variables": {"mid": "%1$s", "message": %2$s}},
             "telephony_call_config": {"ringing_timeout_secs": 30}}
            """
                .formatted(Vendor.MID, Json.text(Vendor.WORDS.text()))),
        Json.tree(request(Vendor.ELEVENLABS).body()));
    assertEquals(
        Json.tree(
            """
            {"assistantId": "assistant-1", "phoneNumberId": "phone-2",
             "customer": {"number": "+12125550123"},
             "assistantOverrides":
               {"voicemailMessage": %2$s,
                "voicemailDetection":
                  {"provider": "vapi", "beepMaxAwaitSeconds": 25,
                   "backoffPlan": {"startAtSeconds": 2, "frequencySeconds": 2.5, "maxRetries": 5}},
                "variableValues": {"message": %2$s}, "metadata": {"mid": "%1$s"},
                "server": {"url": "https://switchboard.example/webhooks/vapi"}}}
            """
                .formatted(Vendor.MID, Json.text(Vendor.WORDS.text()))),
        Json.tree(request(Vendor.VAPI).body()));
  }

  @Test
  void a_send_that_was_turned_over_goes_by_the_second_sender_under_a_key_of_its_own() {
    assertTrue(second(Vendor.TWILIO).body().contains("From=%2B15005550007"));
    var mail = second(Vendor.RESEND);
    assertEquals("hi@acme.org", Json.tree(mail.body()).path("from").asText());
    assertEquals(Vendor.MID + "-1", mail.header("idempotency-key"));
  }

  private static Stub.Request second(Vendor vendor) {
    try (var stub = Stub.replying(200, vendor.taken)) {
      var provider = vendor.at(stub.url(), Limits.DEFAULT);
      var refused = new Refused(Refusal.OUR_MISTAKE, "21606", "no");
      var turned =
          Failover.of(vendor.claimed(), refused, provider.senders(), Vendor.NOW)
              .orElseThrow()
              .attempting(Vendor.WORDS, Vendor.NOW);
      assertEquals(
          new Outcome.Accepted("id-1"), provider.attempt(turned, Vendor.WORDS, Optional.empty()));
      return stub.requests().getFirst();
    }
  }

  private static Stub.Request request(Vendor vendor) {
    try (var stub = Stub.replying(200, vendor.taken)) {
      assertEquals(new Outcome.Accepted("id-1"), vendor.attempt(stub.url()));
      return stub.requests().getFirst();
    }
  }

  @Test
  void codes_of_twilio_tell_refusals_apart() {
    assertEquals(refused(Refusal.OPTED_OUT, "21610"), twilio(400, 21610));
    assertEquals(refused(Refusal.BAD_ADDRESS, "21211"), twilio(400, 21211));
    assertEquals(refused(Refusal.CONTENT, "30007"), twilio(400, 30007));
    assertEquals(refused(Refusal.OUR_MISTAKE, "20003"), twilio(401, 20003));
    assertEquals(new NotTaken(Optional.of(Duration.ofSeconds(5)), "no"), twilio(400, 21611));
    assertEquals(new NotTaken(Optional.of(Duration.ofSeconds(5)), "no"), twilio(429, 20429));
    assertEquals(refused(Refusal.OUR_MISTAKE, "400"), twilio(400, 99999));
    assertEquals(new Outcome.Unclear("500"), twilio(500, 21610));
    assertEquals(Optional.of(Refusal.BAD_ADDRESS), TwilioCodes.refusal(30005));
  }

  private static Outcome twilio(int status, int code) {
    return refusal(Vendor.TWILIO, status, "{\"code\": %d, \"message\": \"no\"}".formatted(code));
  }

  private static Refused refused(Refusal refusal, String code) {
    return new Refused(refusal, code, "no");
  }

  @Test
  void resend_and_vapi_tell_limits_and_addresses() {
    var quota = "{\"name\": \"daily_quota_exceeded\", \"message\": \"no\"}";
    var to = "{\"name\": \"validation_error\", \"message\": \"Invalid `to` field\"}";
    var busy = "Over Concurrency Limit";

    assertEquals(
        refused(Refusal.OUR_MISTAKE, "daily_quota_exceeded"), refusal(Vendor.RESEND, 429, quota));
    assertEquals(
        new Refused(Refusal.BAD_ADDRESS, "validation_error", "Invalid `to` field"),
        refusal(Vendor.RESEND, 422, to));
    assertEquals(
        new NotTaken(Optional.of(Duration.ofSeconds(5)), busy),
        refusal(Vendor.VAPI, 400, "{\"message\": \"" + busy + "\"}"));
  }

  @Test
  void a_call_that_elevenlabs_does_not_vouch_for_is_unclear() {
    var body = "{\"success\": false, \"message\": \"no\", \"conversation_id\": \"id-1\"}";

    assertEquals(new Outcome.Unclear("200 without an id"), refusal(Vendor.ELEVENLABS, 200, body));
  }

  private static Outcome refusal(Vendor vendor, int status, String body) {
    try (var stub = Stub.replying(status, body)) {
      return vendor.attempt(stub.url());
    }
  }
}
