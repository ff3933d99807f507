package dev.switchboard.local.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.vendors.Webhook;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What follows when a provider does not deliver: each kind of trouble in its own way.
class RefusalsTest {

  private static final String SILENT =
      """
      {"voice_call": [{"reports": []}], "voicemail": [{"reports": []}], "sms": [{"reports": []}]}
      """;

  private static Product product;
  private static Webhooks webhooks;

  @BeforeAll
  static void start() {
    var scenario = new StringBuilder();
    for (int last : List.of(70, 73, 74))
      scenario.append("\"+121255501%d\": %s,".formatted(last, SILENT));
    for (int last : List.of(71, 72))
      scenario.append("\"+121255501%d\": %s,".formatted(last, missed("\"reports\": []")));
    scenario.append("\"+12125550176\": " + missed("\"attempt\": \"opted_out\"") + ",");
    scenario.append("\"+12125550177\": " + missed("\"attempt\": \"our_mistake\""));
    product =
        Product.start(
                Product.options(("{" + scenario + "}").replaceAll("\\s+", ""))
                    .withFreshTime(Product.MORNING)
                    .withEnvironment(Webhook.SECRETS))
            .hastened();
    webhooks = new Webhooks(product);
  }

  /// Nobody takes the call to the mailbox; then a text.
  private static String missed(String text) {
    return """
    {"voicemail": [{"reports": [{"after": "PT20S", "state": "no_answer"}]}], "sms": [{%s}]}
    """
        .formatted(text);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  private static String order(String goal, String id, String number, int score) {
    return product.order(
        goal,
        "{\"id\": \"%s\", \"phone\": \"%s\", \"email\": \"%s@example.org\", \"score\": %d}"
            .formatted(id, number, id, score));
  }

  /// An order of one lead whose text is on its way.
  private static String texted(String id, String number) {
    var execution = order("nurture", id, number, 6);
    product.advance(Duration.ofMinutes(3));
    return execution;
  }

  private static JsonNode send(String execution, String lead, int step) {
    return product.lead(execution, lead).path("sends").path(step);
  }

  private static void status(JsonNode send, String sid, String status, String code) {
    var form = new TreeMap<>(Map.of("MessageSid", sid, "MessageStatus", status));
    if (!code.isEmpty()) form.put("ErrorCode", code);
    assertEquals(200, webhooks.status(send.path("id").asText(), form).status());
  }

  @Test
  void webhooks_lead_from_a_call_to_a_mail_past_the_carriers_opt_out() {
    var number = "+12125550170";
    var id = order("appointment", "ann", number, 9);
    var call = product.sentTo(number).getFirst().path("provider_id").asText();
    var _ = webhooks.callFailed(number, call);
    product.advance(Duration.ofMinutes(3));
    var _ =
        webhooks.vapi(
            """
            {"message": {"type": "end-of-call-report", "endedReason": "customer-busy",
              "call": {"id": "vapi-1", "assistantOverrides": {"metadata": {"mid": "%s"}}}}}
            """
                .formatted(send(id, "ann", 1).path("id").asText()));
    product.advance(Duration.ofMinutes(3));
    var text = send(id, "ann", 2);
    status(text, sid(number), "failed", "21610");
    product.advance(Duration.ofMinutes(3));

    assertEquals(
        List.of(
            "voice_call no_answer", "voicemail no_answer", "sms undelivered", "email delivered"),
        product.sends(id, "ann"));
    assertEquals("initiation failed: no-answer", send(id, "ann", 0).path("because").asText());
    assertEquals("customer-busy", send(id, "ann", 1).path("because").asText());
    assertEquals("21610", send(id, "ann", 2).path("because").asText());
    assertEquals(
        List.of("sms", "voice_call", "voicemail"), suppressed("ann", "at provider twilio 21610"));
  }

  /// The provider's id of the latest message to a number.
  private static String sid(String number) {
    return product.sentTo(number).getLast().path("provider_id").asText();
  }

  private static List<String> suppressed(String lead, String source) {
    var found = product.get("manager", "/api/contacts?email=" + lead + "%40example.org").body();
    return found
        .path("suppressions")
        .valueStream()
        .peek(it -> assertEquals(source, it.path("source").asText()))
        .map(it -> it.path("channel").asText())
        .sorted()
        .toList();
  }

  @Test
  void who_opted_out_at_the_carrier_gets_mail_and_only_start_lifts_it() {
    var number = "+12125550176";
    var id = texted("bob", number);
    product.advance(Duration.ofMinutes(1));

    assertEquals(
        List.of("voicemail no_answer", "sms suppressed optout-provider", "email delivered"),
        product.sends(id, "bob"));
    var all = List.of("sms", "voice_call", "voicemail");
    assertEquals(all, suppressed("bob", "at provider outbox 21610"));

    var contact = product.lead(id, "bob").path("contact_id").asText();
    var lifted = product.delete("manager", "/api/contacts/" + contact + "/opt-out");
    assertEquals(3, lifted.body().path("suppressions").size());
    product.advance(Duration.ofMinutes(1));
    var _ = webhooks.text("SM70", number, "START");
    assertEquals(List.of(), suppressed("bob", ""));
  }

  @Test
  void what_passes_is_tried_again_and_what_is_told_twice_or_late_changes_nothing() {
    var number = "+12125550171";
    var id = texted("cat", number);
    var first = sid(number);
    status(send(id, "cat", 1), first, "undelivered", "30003");

    assertEquals("planned", send(id, "cat", 1).path("state").asText());
    assertEquals("passing", send(id, "cat", 1).path("rule").asText());
    status(send(id, "cat", 1), first, "undelivered", "30003");
    status(send(id, "cat", 1), first, "sent", "");
    assertEquals("sms planned", product.sends(id, "cat").getLast());

    product.advance(Duration.ofMinutes(17));
    assertEquals("sms accepted", product.sends(id, "cat").getLast());
    status(send(id, "cat", 1), first, "undelivered", "30003");
    assertEquals("sms accepted", product.sends(id, "cat").getLast());
    assertEquals(List.of("voicemail", "sms", "sms"), product.channels(number));

    status(send(id, "cat", 1), sid(number), "delivered", "");
    assertEquals("sms delivered", product.sends(id, "cat").get(1));
  }

  /// The lead's allowance is a hard stop, and each of the three texts is charged.
  @Test
  void what_does_not_pass_after_three_attempts_goes_on_with_what_they_left() {
    var number = "+12125550172";
    var id = texted("dan", number);
    for (int attempt = 0; attempt < 3; attempt++) {
      status(send(id, "dan", 1), sid(number), "failed", "30008");
      product.advance(Duration.ofMinutes(attempt < 2 ? 33 : 4));
    }

    assertEquals(
        List.of("voicemail no_answer", "sms undelivered", "email blocked budget"),
        product.sends(id, "dan"));
    assertEquals(List.of("voicemail", "sms", "sms", "sms"), product.channels(number));
  }

  @Test
  void refused_words_wait_for_a_person_and_an_alarm_is_raised() {
    var lead = "{\"id\": \"%s\", \"phone\": \"+121255501%d\", \"score\": 2}";
    var id = product.order("nurture", lead.formatted("eve", 73) + "," + lead.formatted("fay", 74));
    var printed =
        printed(() -> status(send(id, "eve", 0), sid("+12125550173"), "undelivered", "30007"));

    var halted = product.execution(id);
    assertEquals("paused", halted.path("status").asText());
    assertEquals(
        "A provider refuses the words (twilio 30007)", halted.path("halted_because").asText());
    assertEquals("content-refused", send(id, "eve", 0).path("rule").asText());
    assertTrue(printed.contains("\"trouble\":\"provider_objection\""), printed);
    assertTrue(printed.contains("\"source\":\"twilio 30007\""), printed);

    var resume = product.request("operator", "/api/smart-send/" + id + "/resume");
    assertEquals(202, product.send(resume.POST(BodyPublishers.noBody()).build()).status());
    status(send(id, "fay", 0), sid("+12125550174"), "undelivered", "30007");
    var looked = product.execution(id);
    assertEquals(
        "twilio 30007", looked.path("halted_because").asText().replaceAll(".*\\(|\\)", ""));
    assertTrue(List.of("running", "completed").contains(looked.path("status").asText()));
  }

  @Test
  void our_mistake_raises_an_alarm_and_the_next_channel_follows() {
    var told = new String[1];
    var printed = printed(() -> told[0] = texted("gus", "+12125550177"));
    product.advance(Duration.ofMinutes(3));

    assertEquals(
        List.of("voicemail no_answer", "sms rejected our-mistake", "email delivered"),
        product.sends(told[0], "gus"));
    assertTrue(printed.contains("\"source\":\"outbox 20003\""), printed);
  }

  private static String printed(Runnable what) {
    var err = System.err;
    var printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, UTF_8));
    try {
      what.run();
    } finally {
      System.setErr(err);
    }
    return printed.toString(UTF_8);
  }
}
