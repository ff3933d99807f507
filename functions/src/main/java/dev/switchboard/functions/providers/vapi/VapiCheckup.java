package dev.switchboard.functions.providers.vapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.providers.checkup.Diagnosis;
import dev.switchboard.functions.providers.checkup.Diagnosis.CannotTell;
import dev.switchboard.functions.providers.checkup.Diagnosis.Missing;
import dev.switchboard.functions.providers.checkup.Diagnosis.Works;
import dev.switchboard.functions.providers.checkup.Inquiry;
import dev.switchboard.functions.providers.checkup.Question;
import dev.switchboard.functions.providers.http.OneRequest;
import dev.switchboard.functions.providers.http.Verdicts;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// What can be asked of Vapi without cost: the assistant, and the number it calls from. Whether the
/// assistant looks for mailboxes does not matter: each call brings its own detection.
public final class VapiCheckup {

  private final VapiSettings settings;
  private final Inquiry inquiry;

  public VapiCheckup(VapiSettings settings, OneRequest http) {
    this.settings = settings;
    this.inquiry =
        new Inquiry(
            new Inquiry.Vendor("Vapi", "VAPI_API_KEY", _ -> Optional.empty()),
            http,
            Map.of("Authorization", "Bearer " + settings.apiKey(), "User-Agent", "switchboard"));
  }

  public List<Question> questions() {
    return List.of(this::assistant, this::number);
  }

  private List<Diagnosis> assistant() {
    var absent =
        new Missing(
            "Vapi has no assistant %s.".formatted(settings.assistantId()),
            "Make one, and set VAPI_ASSISTANT_ID to its id.");
    return inquiry.ask(
        uri("/assistant/" + settings.assistantId()),
        absent,
        assistant -> List.of(words(assistant)));
  }

  /// What a person hears who picks up where a mailbox was meant to.
  private static Diagnosis words(JsonNode assistant) {
    var first = Verdicts.text(assistant, "firstMessage").orElse("");
    var prompt =
        StreamSupport.stream(assistant.path("model").path("messages").spliterator(), false)
            .map(message -> message.path("content").asText())
            .collect(Collectors.joining("\n"));
    if ((first + prompt).matches("(?s).*\\{\\{\\s*message\\s*}}.*"))
      return new Works("The assistant at Vapi is there and says the message to whoever picks up.");
    if (!first.isEmpty())
      return new CannotTell(
          "The assistant at Vapi tells a person who picks up something of its own.",
          "Write {{message}} into its first message if it is to be the message.");
    return new Missing(
        "The assistant at Vapi has nothing to say to a person who picks up.",
        "Write {{message}} into its first message.");
  }

  private List<Diagnosis> number() {
    var absent =
        new Missing(
            "Vapi has no number %s.".formatted(settings.phoneNumberId()),
            "Import or make one, and set VAPI_PHONE_NUMBER_ID to its id.");
    return inquiry.ask(
        uri("/phone-number/" + settings.phoneNumberId()), absent, number -> List.of(calls(number)));
  }

  private static Diagnosis calls(JsonNode number) {
    var name = number.path("number").asText("without a name");
    var status = number.path("status").asText("active");
    return status.equals("active")
        ? new Works("The number %s at Vapi makes calls.".formatted(name))
        : new Missing(
            "The number %s at Vapi is %s.".formatted(name, status),
            "Vapi's dashboard says why; or set VAPI_PHONE_NUMBER_ID to another.");
  }

  private URI uri(String path) {
    return URI.create(settings.baseUrl() + path);
  }
}
