package dev.switchboard.functions.providers.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.providers.checkup.Diagnosis;
import dev.switchboard.functions.providers.checkup.Diagnosis.CannotTell;
import dev.switchboard.functions.providers.checkup.Diagnosis.Missing;
import dev.switchboard.functions.providers.checkup.Diagnosis.Works;
import dev.switchboard.functions.providers.checkup.Inquiry;
import dev.switchboard.functions.providers.checkup.Question;
import dev.switchboard.functions.providers.http.Answer.Answered;
import dev.switchboard.functions.providers.http.OneRequest;
import dev.switchboard.functions.providers.http.Verdicts;
import dev.switchboard.functions.providers.twilio.TwilioSettings.Sender;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// What can be asked of Twilio without cost: the account, and what texts come from.
public final class TwilioCheckup {

  /// [Resource not accessible with test
  /// credentials](https://www.twilio.com/docs/iam/test-credentials)
  private static final int TEST_CREDENTIALS = 20008;

  private final TwilioSettings settings;
  private final Inquiry inquiry;

  public TwilioCheckup(TwilioSettings settings, OneRequest http) {
    this.settings = settings;
    var proof = (settings.accountSid() + ":" + settings.authToken()).getBytes(UTF_8);
    this.inquiry =
        new Inquiry(
            new Inquiry.Vendor(
                "Twilio", "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN", TwilioCheckup::own),
            http,
            Map.of(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(proof),
                "User-Agent",
                "switchboard"));
  }

  private static Optional<Diagnosis> own(Answered answered) {
    return answered.json().path("code").asInt() == TEST_CREDENTIALS
        ? Optional.of(
            new CannotTell(
                "These are Twilio's test credentials: no text leaves, and nothing can be asked.",
                "Set those of the account itself to reach somebody."))
        : Optional.empty();
  }

  public List<Question> questions() {
    return switch (settings.sender()) {
      case Sender.FromNumber(var number) -> List.of(this::account, () -> number(number));
      case Sender.FromService(var sid) ->
          List.of(this::account, () -> service(sid), () -> pool(sid));
    };
  }

  private List<Diagnosis> account() {
    var absent =
        new Missing("Twilio has no such account.", "Set TWILIO_ACCOUNT_SID to the one you have.");
    return inquiry.ask(uri(".json"), absent, TwilioCheckup::account);
  }

  private static List<Diagnosis> account(JsonNode account) {
    var status = account.path("status").asText("unknown");
    if (!status.equals("active"))
      return List.of(
          new Missing(
              "The account at Twilio is %s.".formatted(status),
              "Twilio's console says why, and what it takes to open it again."));
    var active = new Works("The account at Twilio is active.");
    if (!account.path("type").asText().equals("Trial")) return List.of(active);
    return List.of(
        active,
        new Missing(
            "It is a trial account: texts reach only numbers that were verified there.",
            "Upgrade it at Twilio."));
  }

  private List<Diagnosis> number(String number) {
    var absent =
        new Missing(
            "The account at Twilio has no number %s.".formatted(number),
            "Buy it there, or set TWILIO_FROM to a number that it has.");
    return inquiry.ask(
        uri("/IncomingPhoneNumbers.json?PhoneNumber=" + URLEncoder.encode(number, UTF_8)),
        absent,
        found ->
            elements(found, "incoming_phone_numbers").stream()
                .filter(one -> one.path("phone_number").asText().equals(number))
                .findFirst()
                .map(one -> number(number, one))
                .orElseGet(() -> List.of(absent)));
  }

  private List<Diagnosis> number(String number, JsonNode found) {
    var diagnoses = new ArrayList<Diagnosis>();
    diagnoses.add(
        found.path("capabilities").path("sms").asBoolean()
            ? new Works("The number %s sends texts.".formatted(number))
            : new Missing(
                "The number %s cannot send texts.".formatted(number),
                "Take one with the capability SMS, and set TWILIO_FROM to it."));
    settings
        .incoming()
        .map(ours -> incoming("the number " + number, ours, Verdicts.text(found, "sms_url")))
        .ifPresent(diagnoses::add);
    return diagnoses;
  }

  /// Whether replies and STOP come here. Who imports a number elsewhere may have turned them away.
  private static Diagnosis incoming(String to, String ours, Optional<String> theirs) {
    if (theirs.equals(Optional.of(ours)))
      return new Works("Texts to %s come in here.".formatted(to));
    return new Missing(
        "Texts to %s go to %s, so that replies and STOP are not heard here."
            .formatted(to, theirs.orElse("nobody")),
        "Enter %s there as what is called when a message comes in, by HTTP POST.".formatted(ours));
  }

  private List<Diagnosis> service(String sid) {
    var absent =
        new Missing(
            "Twilio has no messaging service %s.".formatted(sid),
            "Set TWILIO_MESSAGING_SERVICE_SID to one of this account.");
    return inquiry.ask(messaging("/v1/Services/" + sid), absent, this::service);
  }

  private List<Diagnosis> service(JsonNode service) {
    var diagnoses = new ArrayList<Diagnosis>();
    diagnoses.add(new Works("The messaging service is there."));
    if (!service.path("us_app_to_person_registered").asBoolean(true))
      diagnoses.add(
          new CannotTell(
              "The messaging service has no registered campaign (A2P 10DLC), without which local"
                  + " numbers send nothing to the United States.",
              "Register one at Twilio, unless all its numbers are toll-free or abroad."));
    settings
        .incoming()
        .map(ours ->
            service.path("use_inbound_webhook_on_number").asBoolean()
                ? new CannotTell(
                    "Texts to the messaging service go where each of its numbers says.",
                    "Enter %s at each, or at the service itself.".formatted(ours))
                : incoming(
                    "the messaging service", ours, Verdicts.text(service, "inbound_request_url")))
        .ifPresent(diagnoses::add);
    return diagnoses;
  }

  private List<Diagnosis> pool(String sid) {
    var absent =
        new CannotTell(
            "The messaging service has no telephone number.",
            "Add one to its sender pool, unless it has a short code.");
    return inquiry.ask(
        messaging("/v1/Services/" + sid + "/PhoneNumbers?PageSize=50"),
        absent,
        found -> {
          var numbers = elements(found, "phone_numbers");
          if (numbers.isEmpty()) return List.of(absent);
          return List.of(
              numbers.stream().anyMatch(TwilioCheckup::sendsTexts)
                  ? new Works("The messaging service has a number that sends texts.")
                  : new Missing(
                      "No number of the messaging service can send texts.",
                      "Add one with the capability SMS to its sender pool."));
        });
  }

  private static boolean sendsTexts(JsonNode number) {
    return StreamSupport.stream(number.path("capabilities").spliterator(), false)
        .anyMatch(capability -> capability.asText().equalsIgnoreCase("sms"));
  }

  private static List<JsonNode> elements(JsonNode answer, String field) {
    return StreamSupport.stream(answer.path(field).spliterator(), false).toList();
  }

  private URI uri(String path) {
    return URI.create(settings.baseUrl() + "/2010-04-01/Accounts/" + settings.accountSid() + path);
  }

  /// Messaging services have a host of their own.
  private URI messaging(String path) {
    var host = settings.baseUrl().replaceFirst("^https://api\\.", "https://messaging.");
    return URI.create(host + path);
  }
}
