package dev.switchboard.functions.providers.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.providers.checkup.Diagnosis;
import dev.switchboard.functions.providers.checkup.Diagnosis.CannotTell;
import dev.switchboard.functions.providers.checkup.Diagnosis.Missing;
import dev.switchboard.functions.providers.checkup.Diagnosis.Works;
import dev.switchboard.functions.providers.checkup.Inquiry;
import dev.switchboard.functions.providers.checkup.Question;
import dev.switchboard.functions.providers.http.Answer.Answered;
import dev.switchboard.functions.providers.http.OneRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What can be asked of ElevenLabs without cost: the agent, and the number it calls from.
public final class ElevenLabsCheckup {

  /// Calls are made by ElevenLabs' route for numbers of this kind.
  private static final String TWILIO = "twilio";

  private final ElevenLabsSettings settings;
  private final Inquiry inquiry;

  public ElevenLabsCheckup(ElevenLabsSettings settings, OneRequest http) {
    this.settings = settings;
    this.inquiry =
        new Inquiry(
            new Inquiry.Vendor("ElevenLabs", "ELEVENLABS_API_KEY", ElevenLabsCheckup::own),
            http,
            Map.of("xi-api-key", settings.apiKey(), "User-Agent", "switchboard"));
  }

  private static Optional<Diagnosis> own(Answered answered) {
    return answered.json().path("detail").path("status").asText().equals("missing_permissions")
        ? Optional.of(
            new CannotTell(
                "The key may not read what ElevenLabs has, so that agent and number are not"
                    + " checked and open calls not asked after.",
                "Give it access to ElevenAgents."))
        : Optional.empty();
  }

  public List<Question> questions() {
    return List.of(this::agent, this::number);
  }

  private List<Diagnosis> agent() {
    var absent =
        new Missing(
            "ElevenLabs has no agent %s.".formatted(settings.agentId()),
            "Make one, and set ELEVENLABS_AGENT_ID to its id.");
    return inquiry.ask(uri("agents/" + settings.agentId()), absent, agent -> List.of(words(agent)));
  }

  /// Whether what we want said is in the agent's own words.
  private static Diagnosis words(JsonNode agent) {
    var config = agent.path("conversation_config").path("agent");
    var own = config.path("first_message").asText() + config.path("prompt").path("prompt").asText();
    return own.matches("(?s).*\\{\\{\\s*message\\s*}}.*")
        ? new Works("The agent at ElevenLabs is there and says the message.")
        : new Missing(
            "The agent at ElevenLabs never says the message it is given.",
            "Write {{message}} into its first message or its prompt.");
  }

  private List<Diagnosis> number() {
    var absent =
        new Missing(
            "ElevenLabs has no number %s.".formatted(settings.phoneNumberId()),
            "Import one from Twilio, and set ELEVENLABS_PHONE_NUMBER_ID to its id.");
    return inquiry.ask(
        uri("phone-numbers/" + settings.phoneNumberId()), absent, number -> List.of(calls(number)));
  }

  private static Diagnosis calls(JsonNode number) {
    var name = number.path("phone_number").asText("without a name");
    var kind = number.path("provider").asText(TWILIO);
    if (!kind.equals(TWILIO))
      return new Missing(
          "The number %s at ElevenLabs comes from %s, not from Twilio.".formatted(name, kind),
          "Import one from Twilio, and set ELEVENLABS_PHONE_NUMBER_ID to its id.");
    if (!number.path("supports_outbound").asBoolean(true))
      return new Missing(
          "The number %s at ElevenLabs makes no calls.".formatted(name),
          "Take one with the capability voice.");
    return new Works("The number %s at ElevenLabs makes calls.".formatted(name));
  }

  private URI uri(String path) {
    return URI.create(settings.baseUrl() + "/v1/convai/" + path);
  }
}
