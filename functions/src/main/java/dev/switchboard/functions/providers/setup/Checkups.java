package dev.switchboard.functions.providers.setup;

import dev.switchboard.contact.Channel;
import dev.switchboard.functions.providers.checkup.Question;
import dev.switchboard.functions.providers.elevenlabs.ElevenLabsCheckup;
import dev.switchboard.functions.providers.http.OneRequest;
import dev.switchboard.functions.providers.resend.ResendCheckup;
import dev.switchboard.functions.providers.twilio.TwilioCheckup;
import dev.switchboard.functions.providers.vapi.VapiCheckup;
import java.util.List;
import java.util.function.Function;

/// What can be asked, without cost, of the vendors as they are set up.
public record Checkups(ProviderSettings settings, OneRequest http) {

  /// The questions about a channel; none where the outbox carries it.
  public List<Question> of(Channel channel) {
    return switch (channel) {
      case VOICE_CALL ->
          questions(settings.elevenLabs(), it -> new ElevenLabsCheckup(it, http).questions());
      case VOICEMAIL -> questions(settings.vapi(), it -> new VapiCheckup(it, http).questions());
      case SMS -> questions(settings.twilio(), it -> new TwilioCheckup(it, http).questions());
      case EMAIL -> questions(settings.resend(), it -> new ResendCheckup(it, http).questions());
    };
  }

  private static <T> List<Question> questions(Setup<T> setup, Function<T, List<Question>> vendor) {
    return switch (setup) {
      case Setup.Ready<T>(var settings) -> vendor.apply(settings);
      case Setup.None<T> _ -> List.of();
      case Setup.Half<T> half -> List.of(() -> List.of(half.diagnosis()));
    };
  }
}
