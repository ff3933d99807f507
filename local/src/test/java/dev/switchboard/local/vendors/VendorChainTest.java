package dev.switchboard.local.vendors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.contact.Channel;
import dev.switchboard.functions.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Down the whole chain by what the four vendors tell in signed webhooks, twice and in any order;
/// the API explains each step.
class VendorChainTest {

  /// Nobody ever takes her calls, and her number is a landline's.
  private static final String ANN = "+12125550170";

  /// His mailbox answers, and he opted out at Twilio.
  private static final String BOB = "+12125550171";

  /// Her mailbox answers, and she wants no more.
  private static final String CAT = "+12125550172";

  /// He talks.
  private static final String DAN = "+12125550173";

  private static Scene scene;
  private static String execution;

  private record People() implements Conduct {

    @Override
    public Mishap mishap(Ask ask, int attempt) {
      var out = ask.channel() == Channel.SMS && ask.to().equals(BOB);
      return out ? Mishap.OPTED_OUT : Mishap.NONE;
    }

    @Override
    public String ending(Ask ask, int take) {
      return switch (ask.channel()) {
        case VOICE_CALL -> ask.to().equals(DAN) ? "done" : "no-answer";
        case VOICEMAIL -> ask.to().equals(ANN) ? "customer-did-not-answer" : "voicemail";
        case SMS -> ask.to().equals(ANN) ? "undelivered 30006" : "delivered";
        case EMAIL -> "delivered";
      };
    }

    @Override
    public Optional<String> reply(Ask ask) {
      return Optional.of("STOP").filter(_ -> ask.to().equals(CAT));
    }
  }

  @BeforeAll
  static void open() {
    scene = Scene.open(new People(), Map.of(), 20261126);
    var leads =
        String.join(",", lead("ann", ANN), lead("bob", BOB), lead("cat", CAT), lead("dan", DAN));
    execution =
        scene.product().order("{\"goal\": \"appointment\", \"leads\": [%s]}".formatted(leads));
    scene.pass(Duration.ofMinutes(30), Duration.ofMinutes(2));
  }

  private static String lead(String id, String number) {
    return "{\"id\": \"%s\", \"phone\": \"%s\", \"email\": \"%s@example.org\", \"score\": 9}"
        .formatted(id, number, id);
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  @Test
  void a_call_that_is_not_set_up_goes_on_by_voicemail_text_and_mail() {
    assertEquals(
        explained(
            "ann",
            """
            {"channel": "voice_call", "step": 0, "state": "no_answer", "rule": "reported",
             "because": "initiation failed: no-answer", "cost": 0.75, "simulated": false},
            {"channel": "voicemail", "step": 1, "state": "no_answer", "rule": "reported",
             "because": "customer-did-not-answer", "cost": 0.15, "simulated": false},
            {"channel": "sms", "step": 2, "state": "undelivered", "rule": "reported",
             "because": "30006", "cost": 0.05, "simulated": false},
            {"channel": "email", "step": 3, "state": "delivered", "rule": "reported",
             "because": "delivered", "cost": 0.02, "simulated": false}
            """),
        told("ann"));
  }

  @Test
  void who_opted_out_at_twilio_gets_a_mail_at_once() {
    assertEquals(
        explained(
            "bob",
            """
            {"channel": "voice_call", "step": 0, "state": "no_answer", "rule": "reported",
             "because": "initiation failed: no-answer", "cost": 0.75, "simulated": false},
            {"channel": "voicemail", "step": 1, "state": "voicemail", "rule": "reported",
             "because": "voicemail", "cost": 0.15, "simulated": false},
            {"channel": "sms", "step": 2, "state": "suppressed", "rule": "optout-provider",
             "because": "no (21610)", "cost": 0, "simulated": false},
            {"channel": "email", "step": 3, "state": "delivered", "rule": "reported",
             "because": "delivered", "cost": 0.02, "simulated": false}
            """),
        told("bob"));
  }

  @Test
  void a_stop_in_reply_to_a_text_keeps_the_mail_back() {
    assertEquals(
        explained(
            "cat",
            """
            {"channel": "voice_call", "step": 0, "state": "no_answer", "rule": "reported",
             "because": "initiation failed: no-answer", "cost": 0.75, "simulated": false},
            {"channel": "voicemail", "step": 1, "state": "voicemail", "rule": "reported",
             "because": "voicemail", "cost": 0.15, "simulated": false},
            {"channel": "sms", "step": 2, "state": "delivered", "rule": "reported",
             "because": "delivered", "cost": 0.05, "simulated": false},
            {"channel": "email", "step": 3, "state": "suppressed", "rule": "optout-all",
             "because": "The contact opted out", "cost": 0, "simulated": false}
            """),
        told("cat"));
  }

  @Test
  void who_talks_is_left_alone() {
    assertEquals(
        explained(
            "dan",
            """
            {"channel": "voice_call", "step": 0, "state": "answered", "rule": "reported",
             "because": "done", "cost": 0.75, "summary": "Booked Tuesday.", "simulated": false}
            """),
        told("dan"));
  }

  @Test
  void nobody_is_reached_twice_and_the_vendors_find_nothing_wrong() {
    var journal = scene.vendors().journal();

    assertEquals(List.of(), journal.twice());
    assertEquals(List.of(), journal.wrong());
    assertEquals(Set.of(200), scene.vendors().tunnel().answers().keySet());
    assertEquals("completed", scene.product().execution(execution).path("status").asText());
  }

  @Test
  void a_webhook_is_one_write_and_one_message_before_it_is_answered() {
    var webhooks = scene.vendors().tunnel().answers().get(200).longValue();

    assertEquals(
        Map.of(
            "dynamodb:UpdateItem SendsTable", webhooks, "sqs:SendMessage ReportsQueue", webhooks),
        scene.product().counted("ReceiveWebhooks"));
  }

  private static JsonNode explained(String id, String sends) {
    return Json.tree(
        """
        {"id": "%s", "status": "accepted", "score": 9, "score_basis": "given", "score_reasons": [],
         "primary_channel": "voice_call", "fallbacks": ["voicemail", "sms", "email"],
         "estimated_cost": 0.75,
         "cost": {"low": 0.5, "mid": 0.75, "high": 1, "with_fallbacks": 0.900885},
         "decision": {"rule": "score-call", "turned_down": [],
                      "because": "score 9 is at least 8, and the goal is an appointment"},
         "remarks": [], "outcomes": [], "sends": [%s]}
        """
            .formatted(id, sends));
  }

  /// What the API tells of a lead, without what differs from run to run: the text and the status of
  /// the one before it come in any order, so that the gate or the reply itself stops the mail.
  private static JsonNode told(String id) {
    ObjectNode lead = scene.product().lead(execution, id).deepCopy();
    lead.remove("contact_id");
    for (var send : lead.path("sends")) ((ObjectNode) send).remove(List.of("id", "since"));
    var text = lead.toString();
    return Json.tree(
        text.replaceAll("Opted out since \\S+ \\(sms STOP\\)", "The contact opted out"));
  }
}
