package dev.switchboard.functions.providers.setup;

import dev.switchboard.contact.Channel;
import dev.switchboard.functions.providers.elevenlabs.ElevenLabsSettings;
import dev.switchboard.functions.providers.resend.ResendSettings;
import dev.switchboard.functions.providers.twilio.TwilioSettings;
import dev.switchboard.functions.providers.twilio.TwilioSettings.Sender;
import dev.switchboard.functions.providers.vapi.VapiSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Settings of the vendors, by the names of `docs/providers.md`.
public record ProviderSettings(
    Setup<TwilioSettings> twilio,
    Setup<ResendSettings> resend,
    Setup<ElevenLabsSettings> elevenLabs,
    Setup<VapiSettings> vapi) {

  private static final String NUMBER = "\\+[1-9][0-9]{6,14}";

  private static final String MAILBOX =
      "[^\\p{Cntrl}@]*[^\\p{Cntrl}@]+@[^\\p{Cntrl}@]+\\.[^\\p{Cntrl}@]+";

  /// Every name that is read.
  public static final Set<String> NAMES =
      Set.of(
          "TWILIO_ACCOUNT_SID",
          "TWILIO_AUTH_TOKEN",
          "TWILIO_FROM",
          "TWILIO_FROM_2",
          "TWILIO_MESSAGING_SERVICE_SID",
          "TWILIO_MESSAGES_PER_SECOND",
          "TWILIO_BASE_URL",
          "RESEND_API_KEY",
          "RESEND_FROM",
          "RESEND_FROM_2",
          "RESEND_MESSAGES_PER_SECOND",
          "RESEND_BASE_URL",
          "ELEVENLABS_API_KEY",
          "ELEVENLABS_AGENT_ID",
          "ELEVENLABS_PHONE_NUMBER_ID",
          "ELEVENLABS_CALLS_AT_ONCE",
          "ELEVENLABS_BASE_URL",
          "VAPI_API_KEY",
          "VAPI_ASSISTANT_ID",
          "VAPI_PHONE_NUMBER_ID",
          "VAPI_CREDENTIAL_ID",
          "VAPI_CALLS_AT_ONCE",
          "VAPI_BASE_URL");

  /// @param values by name; others are passed by
  /// @param publicUrl where vendors tell what came of a message; one without https is out of their
  ///   reach
  public static ProviderSettings of(Map<String, String> values, Optional<String> publicUrl) {
    var reachable = publicUrl.filter(url -> url.startsWith("https://"));
    return new ProviderSettings(
        twilio(new Values(values, "TWILIO_"), reachable),
        resend(new Values(values, "RESEND_")),
        elevenLabs(new Values(values, "ELEVENLABS_")),
        vapi(new Values(values, "VAPI_"), reachable));
  }

  private static Setup<TwilioSettings> twilio(Values values, Optional<String> publicUrl) {
    return values.setup(() -> {
      var account = values.id("ACCOUNT_SID", "AC[0-9a-fA-F]{32}");
      var token = values.secret("AUTH_TOKEN");
      var service = values.optional("MESSAGING_SERVICE_SID", "MG[0-9a-fA-F]{32}");
      var sender =
          service
              .<Sender>map(Sender.FromService::new)
              .orElseGet(() -> new Sender.FromNumber(values.id("FROM", NUMBER)));
      return new TwilioSettings(
          account,
          token,
          sender,
          values.optional("FROM_2", NUMBER).<Sender>map(Sender.FromNumber::new),
          publicUrl,
          values.count("MESSAGES_PER_SECOND", 1),
          values.base("https://api.twilio.com"));
    });
  }

  private static Setup<ResendSettings> resend(Values values) {
    return values.setup(() ->
        new ResendSettings(
            values.secret("API_KEY"),
            values.id("FROM", MAILBOX),
            values.optional("FROM_2", MAILBOX),
            values.count("MESSAGES_PER_SECOND", 5),
            values.base("https://api.resend.com")));
  }

  private static Setup<ElevenLabsSettings> elevenLabs(Values values) {
    return values.setup(() ->
        new ElevenLabsSettings(
            values.secret("API_KEY"),
            values.id("AGENT_ID", Values.ID),
            values.id("PHONE_NUMBER_ID", Values.ID),
            values.count("CALLS_AT_ONCE", 4),
            values.base("https://api.elevenlabs.io")));
  }

  private static Setup<VapiSettings> vapi(Values values, Optional<String> publicUrl) {
    return values.setup(() ->
        new VapiSettings(
            values.secret("API_KEY"),
            values.id("ASSISTANT_ID", Values.ID),
            values.id("PHONE_NUMBER_ID", Values.ID),
            publicUrl,
            values.optional("CREDENTIAL_ID", Values.ID),
            values.count("CALLS_AT_ONCE", 10),
            values.base("https://api.vapi.ai")));
  }

  /// How far the vendor of a channel is set up.
  public Setup<?> of(Channel channel) {
    return switch (channel) {
      case VOICE_CALL -> elevenLabs;
      case VOICEMAIL -> vapi;
      case SMS -> twilio;
      case EMAIL -> resend;
    };
  }

  private Stream<Setup<?>> all() {
    return Stream.of(twilio, resend, elevenLabs, vapi);
  }

  /// What is missing or malformed of vendors that are set up in part, without values.
  public List<String> problems() {
    return all()
        .flatMap(setup ->
            setup instanceof Setup.Half<?>(var problems) ? problems.stream() : Stream.empty())
        .toList();
  }

  /// Whether somebody could really be reached.
  public boolean real() {
    return all().anyMatch(setup -> !(setup instanceof Setup.None<?>));
  }
}
