package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import dev.switchboard.local.vendors.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What providers tell, from the signed request to what follows from it. The outbox takes every
/// message here and says nothing of what came of it.
class WebhooksTest {

  private static final String SILENT =
      """
      {"voice_call": [{"reports": []}], "voicemail": [{"reports": []}], "sms": [{"reports": []}],
       "email": [{"reports": []}]}
      """;

  private static Product product;
  private static Webhooks webhooks;

  @BeforeAll
  static void start() {
    var scenario = new StringBuilder();
    for (int last = 40; last < 50; last++)
      scenario.append("\"+121255501%d\": %s,".formatted(last, SILENT));
    for (var mail : List.of("ann", "bob", "cat", "dan", "eve", "fay"))
      scenario.append("\"%s@example.org\": %s,".formatted(mail, SILENT));
    var all = "{" + scenario.substring(0, scenario.length() - 1) + "}";
    product =
        Product.start(
            Product.options(all.replaceAll("\\s+", ""))
                .withFreshTime(Product.MORNING)
                .withEnvironment(Webhook.SECRETS));
    product.settings(
        """
        {"cool_down_seconds": 120, "no_reaction_after_seconds": 600,
         "frequency_window_seconds": 3600, "voice_hours": {"from": "08:00", "to": "20:00"}}
        """);
    webhooks = new Webhooks(product);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  /// An order of one lead; its first send has left.
  private static String order(String goal, String id, String number, int score) {
    return product.order(
        goal,
        "{\"id\": \"%s\", \"phone\": \"%s\", \"email\": \"%s@example.org\", \"score\": %d}"
            .formatted(id, number, id, score));
  }

  private static JsonNode send(String execution, String lead, int step) {
    return product.lead(execution, lead).path("sends").path(step);
  }

  private static String mid(String execution, String lead, int step) {
    return send(execution, lead, step).path("id").asText();
  }

  private static JsonNode suppressions(String person, String query) {
    return product.get(person, "/api/contacts?" + query).body().path("suppressions");
  }

  private static void noted(Product.Answer answer) {
    assertEquals(200, answer.status(), answer.raw().body());
  }

  @Test
  void signed_reports_lead_down_the_chain_until_somebody_opts_out() {
    var number = "+12125550140";
    var id = order("appointment", "ann", number, 9);
    var call = product.sentTo(number).getFirst().path("provider_id").asText();
    noted(webhooks.callFailed(number, call));
    product.advance(Duration.ofMinutes(3));
    assertEquals(List.of("voice_call no_answer", "voicemail accepted"), product.sends(id, "ann"));

    noted(
        webhooks.vapi(
            """
            {"message": {"type": "end-of-call-report", "endedReason": "customer-busy",
              "cost": 0.03, "call": {"id": "vapi-1", "assistantOverrides": {"metadata":
              {"mid": "%s"}}}}}
            """
                .formatted(mid(id, "ann", 1))));
    product.advance(Duration.ofMinutes(3));
    noted(
        webhooks.status(
            mid(id, "ann", 2), Map.of("MessageSid", "SM1", "MessageStatus", "delivered")));
    assertEquals(
        List.of("voice_call no_answer", "voicemail no_answer", "sms delivered", "email planned"),
        product.sends(id, "ann"));

    noted(webhooks.text("SM2", number, "Stop!"));

    assertEquals(
        List.of(
            "voice_call no_answer",
            "voicemail no_answer",
            "sms delivered",
            "email suppressed optout-all"),
        product.sends(id, "ann"));
    assertEquals("initiation failed: no-answer", send(id, "ann", 0).path("because").asText());
    assertEquals("customer-busy", send(id, "ann", 1).path("because").asText());
    assertEquals("0.03", send(id, "ann", 1).path("cost").asText());
    assertEquals(Map.of(), product.twice());
  }

  @Test
  void an_old_start_lifts_no_later_stop() {
    var number = "+12125550141";
    order("nurture", "bob", number, 2);
    order(number, "globex-admin");
    var start = Map.of("MessageSid", "SM10", "From", number, "Body", "START");
    noted(webhooks.twilio("/webhooks/twilio/sms", start));
    product.advance(Duration.ofMinutes(1));
    noted(webhooks.text("SM11", number, "STOP"));
    noted(webhooks.text("SM11", number, "STOP"));
    product.advance(Duration.ofMinutes(1));

    noted(webhooks.twilio("/webhooks/twilio/sms", start));

    var query = "phone=%2B12125550141";
    assertEquals(1, suppressions("manager", query).size());
    assertEquals(1, suppressions("globex-admin", query).size());
    noted(webhooks.text("SM12", number, "start"));
    assertEquals(0, suppressions("manager", query).size());
    assertEquals(0, suppressions("globex-admin", query).size());
    noted(webhooks.text("SM11", number, "STOP"));
    assertEquals(0, suppressions("manager", query).size());
  }

  private static void order(String number, String person) {
    var answer =
        product.post(
            person,
            "/api/smart-send",
            "{\"goal\": \"nurture\", \"leads\": [{\"id\": \"x\", \"phone\": \"%s\"}]}"
                .formatted(number));
    assertEquals(202, answer.status(), answer.raw().body());
    product.runtime().settle();
  }

  @Test
  void a_stop_holds_for_whoever_comes_to_know_the_number() {
    noted(webhooks.text("SM20", "+12125550142", "please stop texting me"));

    var id = order("nurture", "cat", "+12125550142", 6);

    assertEquals(List.of("voicemail suppressed optout-all"), product.sends(id, "cat"));
    assertEquals(
        "sms stop texting me",
        suppressions("manager", "email=cat%40example.org").path(0).path("source").asText());
  }

  @Test
  void a_text_in_reply_stops_the_chain_and_counts() {
    var id =
        product.order("nurture", "{\"id\": \"dan\", \"phone\": \"+12125550143\", \"score\": 2}");
    var answer = webhooks.text("SM30", "+12125550143", "Who is this?");
    product.advance(Duration.ofMinutes(20));

    assertEquals("<Response></Response>", answer.raw().body());
    assertEquals(1, product.execution(id).path("responded").asInt());
    assertEquals(1, product.lead(id, "dan").path("sends").size());
    var help = webhooks.text("SM31", "+12125550143", "help");
    assertTrue(help.raw().body().contains("Reply STOP"), help.raw().body());
  }

  @Test
  void what_was_said_in_a_call_is_shown_exported_and_erased() {
    var id = order("appointment", "eve", "+12125550144", 9);
    var transcript =
        """
        {"type": "post_call_transcription", "data": {"conversation_id": "conv_1", "status": "done",
         "transcript": [{"role": "user", "message": "Tuesday works"}], "metadata": {"cost_fiat": 0.4},
         "analysis": {"transcript_summary": "Booked Tuesday."},
         "conversation_initiation_client_data": {"dynamic_variables": {"mid": "%s"}}}}
        """
            .formatted(mid(id, "eve", 0));
    noted(webhooks.elevenLabs(transcript));

    var call = send(id, "eve", 0);
    assertEquals("answered", call.path("state").asText());
    assertEquals("Booked Tuesday.", call.path("summary").asText());
    assertEquals("0.4", call.path("cost").asText());
    var contact = "/api/contacts/" + product.lead(id, "eve").path("contact_id").asText();
    var exported = product.get("admin", contact + "/export").body();
    assertTrue(exported.path("sends").toString().contains("Booked Tuesday."), exported.toString());

    assertEquals(204, product.delete("admin", contact).status());
    noted(webhooks.elevenLabs(transcript));
    assertFalse(
        product.get("manager", "/api/smart-send/" + id + "/leads").raw().body().contains("Booked"));
  }

  @Test
  void a_complaint_ends_mail_and_a_passing_bounce_does_not() {
    var id = product.order("nurture", "{\"id\": \"fay\", \"email\": \"fay@example.org\"}");
    var mail =
        """
        {"type": "email.%s", "data": {"email_id": "m-1", "tags": {"mid": "%s"}, "bounce": {"type": "%s"}}}
        """;
    var query = "email=fay%40example.org";
    noted(webhooks.resend("msg_1", mail.formatted("bounced", mid(id, "fay", 0), "Transient")));
    assertEquals(List.of("email undelivered"), product.sends(id, "fay"));
    assertEquals(0, suppressions("manager", query).size());

    noted(webhooks.resend("msg_2", mail.formatted("complained", mid(id, "fay", 0), "")));

    var suppression = suppressions("manager", query).get(0);
    assertEquals("complaint", suppression.path("reason").asText());
    assertEquals("email", suppression.path("channel").asText());
    noted(webhooks.resend("msg_3", mail.formatted("bounced", mid(id, "fay", 0), "Permanent")));
    assertEquals(List.of("email bounced"), product.sends(id, "fay"));
    assertEquals(2, suppressions("manager", query).size());
  }

  @Test
  void what_is_not_known_is_passed_by() {
    noted(webhooks.resend("msg_10", "{\"type\": \"email.invented\", \"more\": []}"));
    noted(webhooks.resend("msg_11", "{\"type\": \"email.sent\", \"data\": {\"email_id\": \"x\"}}"));
    noted(webhooks.elevenLabs("{\"type\": \"post_call_audio\"}"));
    noted(webhooks.vapi("{\"message\": {\"type\": \"status-update\"}}"));
    noted(
        webhooks.twilio(
            "/webhooks/twilio/status",
            Map.of("MessageSid", "SM40", "MessageStatus", "invented", "New", "")));
  }

  @Test
  void what_is_wrong_is_a_4xx() {
    assertEquals(400, webhooks.vapi("{\"message\": ").status());
    assertEquals(400, webhooks.vapi("[]".repeat(2)).status());
    assertEquals(
        400, webhooks.elevenLabs("{\"type\": \"post_call_transcription\", \"data\": 1}").status());
    assertEquals(400, webhooks.twilio("/webhooks/twilio/sms", Map.of("From", "+1")).status());
    assertEquals(
        413, webhooks.resend("msg_50", "{\"type\": \"" + "x".repeat(70_000) + "\"}").status());
    for (var path : List.of("/resend", "/elevenlabs", "/vapi"))
      assertEquals(
          Json.tree("[403, \"/problems/not-signed\"]"), unsigned("/webhooks" + path), path);
    var form = Map.of("x-twilio-signature", "AAAA");
    var type = "application/x-www-form-urlencoded";
    assertEquals(403, webhooks.post("/webhooks/twilio/sms", type, "a=1", form).status());
    assertEquals(400, webhooks.post("/webhooks/twilio/sms", type, "a=1&a=2", form).status());
    assertEquals(415, webhooks.post("/webhooks/twilio/sms", "text/plain", "a=1", form).status());
  }

  private static JsonNode unsigned(String path) {
    var answer = webhooks.post(path, "application/json", "{}", Map.of());
    return Json.tree("[%d, %s]".formatted(answer.status(), answer.body().path("type")));
  }
}
