package dev.switchboard.functions.providers;

import static dev.switchboard.functions.providers.Checkup.diagnoses;
import static dev.switchboard.functions.providers.Checkup.lines;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.functions.providers.Stub.Conduct;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What each vendor's own words come to.
class FindingsTest {

  private static final String SERVICE = "MG" + "0".repeat(32);

  private static Map<String, String> twilio(String account, String number) {
    return Map.of(
        ".json",
        account,
        "/IncomingPhoneNumbers.json?PhoneNumber=%2B15005550006",
        "{\"incoming_phone_numbers\": [%s]}".formatted(number));
  }

  private static final String ACTIVE = "{\"status\": \"active\", \"type\": \"Full\"}";
  private static final String INCOMING = "https://switchboard.example/webhooks/twilio/sms";

  private static String number(boolean texts, String url) {
    return "{\"phone_number\": \"+15005550006\", \"capabilities\": {\"sms\": %s}, \"sms_url\": \"%s\"}"
        .formatted(texts, url);
  }

  @Test
  void an_account_that_is_active_with_a_number_that_sends_texts_will_do() {
    assertEquals(
        List.of(
            "Works: The account at Twilio is active.",
            "Works: The number +15005550006 sends texts.",
            "Works: Texts to the number +15005550006 come in here."),
        lines(Vendor.TWILIO, twilio(ACTIVE, number(true, INCOMING))));
  }

  @Test
  void a_number_without_texts_and_one_whose_texts_go_elsewhere_will_not() {
    assertEquals(
        List.of(
            "Works: The account at Twilio is active.",
            "Missing: The number +15005550006 cannot send texts.",
            "Missing: Texts to the number +15005550006 go to https://api.vapi.ai/twilio/sms, so"
                + " that replies and STOP are not heard here."),
        lines(Vendor.TWILIO, twilio(ACTIVE, number(false, "https://api.vapi.ai/twilio/sms"))));
  }

  @Test
  void an_account_that_is_closed_or_on_trial_and_a_number_of_another_are_told() {
    var none = "Missing: The account at Twilio has no number +15005550006.";

    assertEquals(
        List.of("Missing: The account at Twilio is suspended.", none),
        lines(Vendor.TWILIO, twilio("{\"status\": \"suspended\"}", "")));
    assertEquals(
        List.of(
            "Works: The account at Twilio is active.",
            "Missing: It is a trial account: texts reach only numbers that were verified there.",
            none),
        lines(Vendor.TWILIO, twilio("{\"status\": \"active\", \"type\": \"Trial\"}", "")));
  }

  @Test
  void test_credentials_of_twilio_can_ask_nothing() {
    var refused = new Conduct.Reply(403, "", "{\"code\": 20008, \"message\": \"test\"}");

    assertEquals(
        List.of(
            "CannotTell: These are Twilio's test credentials: no text leaves, and nothing can be"
                + " asked."),
        lines(diagnoses(Vendor.TWILIO, refused)));
  }

  @Test
  void a_messaging_service_is_asked_for_its_numbers_and_where_texts_go() {
    var numbers =
        "{\"phone_numbers\": [{\"capabilities\": [\"Voice\"]}, {\"capabilities\": [%s]}]}";

    assertEquals(
        List.of(
            "Works: The account at Twilio is active.",
            "Works: The messaging service is there.",
            "Works: Texts to the messaging service come in here.",
            "Works: The messaging service has a number that sends texts."),
        service("{\"inbound_request_url\": \"" + INCOMING + "\"}", numbers.formatted("\"SMS\"")));
    assertEquals(
        List.of(
            "Works: The account at Twilio is active.",
            "Works: The messaging service is there.",
            "CannotTell: The messaging service has no registered campaign (A2P 10DLC), without"
                + " which local numbers send nothing to the United States.",
            "CannotTell: Texts to the messaging service go where each of its numbers says.",
            "Missing: No number of the messaging service can send texts."),
        service(
            "{\"us_app_to_person_registered\": false, \"use_inbound_webhook_on_number\": true}",
            numbers.formatted("")));
    assertEquals(
        "CannotTell: The messaging service has no telephone number.",
        service("{}", "{\"phone_numbers\": []}").getLast());
  }

  private static List<String> service(String service, String numbers) {
    var bodies =
        Map.of(
            ".json",
            ACTIVE,
            "/v1/Services/" + SERVICE,
            service,
            "/v1/Services/" + SERVICE + "/PhoneNumbers?PageSize=50",
            numbers);
    var sender = Map.of("TWILIO_FROM", "", "TWILIO_MESSAGING_SERVICE_SID", SERVICE);
    return lines(diagnoses(Vendor.TWILIO, new Conduct.Paths(bodies), sender));
  }

  private static List<String> domains(String domains, boolean more) {
    var list = "{\"data\": [%s], \"has_more\": %s}".formatted(domains, more);
    return lines(Vendor.RESEND, Map.of("/domains?limit=100", list));
  }

  @Test
  void mails_come_from_a_domain_that_is_verified() {
    var other = "{\"name\": \"other.com\", \"status\": \"verified\"}";
    var ours = "{\"name\": \"acme.com\", \"status\": \"%s\"%s}";

    assertEquals(
        List.of("Works: Resend has verified the domain acme.com."),
        domains(other + "," + ours.formatted("verified", ""), false));
    assertEquals(
        List.of("Missing: Resend has not verified the domain acme.com: it is pending."),
        domains(ours.formatted("pending", ""), false));
    assertEquals(
        List.of("Missing: Resend does not send from the domain acme.com."),
        domains(
            ours.formatted("verified", ", \"capabilities\": {\"sending\": \"disabled\"}"), false));
    assertEquals(
        List.of("Missing: Resend does not know the domain acme.com."), domains(other, false));
    assertEquals(
        List.of("CannotTell: The domain acme.com is not among the first 100 at Resend."),
        domains(other, true));
  }

  @Test
  void a_key_that_only_sends_says_so() {
    var refused = new Conduct.Reply(401, "", "{\"name\": \"restricted_api_key\"}");

    assertEquals(
        List.of(
            "CannotTell: The key only sends, so that Resend does not say whether acme.com is"
                + " verified, nor what became of an unclear mail."),
        lines(diagnoses(Vendor.RESEND, refused)));
    assertEquals(
        List.of("Missing: Resend does not take the key: 400, API key is invalid."),
        lines(
            diagnoses(
                Vendor.RESEND,
                new Conduct.Reply(400, "", "{\"message\": \"API key is invalid\"}"))));
  }

  private static List<String> elevenLabs(String agent, String number) {
    return lines(
        Vendor.ELEVENLABS,
        Map.of(
            "/v1/convai/agents/agent-1",
            "{\"conversation_config\": {\"agent\": %s}}".formatted(agent),
            "/v1/convai/phone-numbers/phone-1",
            "{\"phone_number\": \"+12125550100\"%s}".formatted(number)));
  }

  @Test
  void an_agent_says_the_message_and_its_number_makes_calls() {
    var works =
        List.of(
            "Works: The agent at ElevenLabs is there and says the message.",
            "Works: The number +12125550100 at ElevenLabs makes calls.");

    assertEquals(works, elevenLabs("{\"first_message\": \"{{message}}\"}", ""));
    assertEquals(
        works,
        elevenLabs(
            "{\"prompt\": {\"prompt\": \"Say\\n{{ message }}\"}}",
            ", \"provider\": \"twilio\", \"supports_outbound\": true"));
    assertEquals(
        List.of(
            "Missing: The agent at ElevenLabs never says the message it is given.",
            "Missing: The number +12125550100 at ElevenLabs makes no calls."),
        elevenLabs("{\"first_message\": \"Hi\"}", ", \"supports_outbound\": false"));
    assertEquals(
        "Missing: The number +12125550100 at ElevenLabs comes from sip_trunk, not from Twilio.",
        elevenLabs("{}", ", \"provider\": \"sip_trunk\"").getLast());
  }

  @Test
  void a_key_without_the_right_to_read_says_so() {
    var refused = new Conduct.Reply(401, "", "{\"detail\": {\"status\": \"missing_permissions\"}}");

    assertEquals(
        List.of(
            "CannotTell: The key may not read what ElevenLabs has, so that agent and number are"
                + " not checked and open calls not asked after."),
        lines(diagnoses(Vendor.ELEVENLABS, refused)));
  }

  private static List<String> vapi(String assistant, String status) {
    return lines(
        Vendor.VAPI,
        Map.of(
            "/assistant/assistant-1",
            assistant,
            "/phone-number/phone-2",
            "{\"number\": \"+12125550100\", \"status\": \"%s\"}".formatted(status)));
  }

  @Test
  void an_assistant_has_something_to_say_to_a_person() {
    assertEquals(
        List.of(
            "Works: The assistant at Vapi is there and says the message to whoever picks up.",
            "Works: The number +12125550100 at Vapi makes calls."),
        vapi("{\"firstMessage\": \"{{message}}\"}", "active"));
    assertEquals(
        List.of(
            "Missing: The assistant at Vapi has nothing to say to a person who picks up.",
            "Missing: The number +12125550100 at Vapi is blocked."),
        vapi("{\"firstMessage\": null, \"voicemailDetection\": \"off\"}", "blocked"));
    assertEquals(
        "CannotTell: The assistant at Vapi tells a person who picks up something of its own.",
        vapi("{\"firstMessage\": \"Hello\", \"model\": {\"messages\": []}}", "active").getFirst());
  }
}
