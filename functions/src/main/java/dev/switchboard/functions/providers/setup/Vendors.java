package dev.switchboard.functions.providers.setup;

import dev.switchboard.contact.Channel;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.providers.elevenlabs.ElevenLabsCalls;
import dev.switchboard.functions.providers.http.OneRequest;
import dev.switchboard.functions.providers.resend.ResendEmail;
import dev.switchboard.functions.providers.twilio.TwilioSms;
import dev.switchboard.functions.providers.vapi.VapiVoicemail;
import dev.switchboard.send.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Who carries each channel as things are set up now: a vendor, the outbox where there is none, and
/// nobody where a vendor is set up in part.
///
/// Settings are read when they are first needed, so never before a snapshot, and again after five
/// minutes.
public final class Vendors {

  private static final Duration KEPT = Duration.ofMinutes(5);

  private final Secrets secrets;
  private final Optional<String> publicUrl;
  private final Provider outbox;
  private final InstantSource clock;
  private final OneRequest http = OneRequest.bounded();
  private Optional<Known> known = Optional.empty();

  private record Known(ProviderSettings settings, Instant at) {}

  /// @param outbox carries what no vendor does
  public Vendors(
      Secrets secrets, Optional<String> publicUrl, Provider outbox, InstantSource clock) {
    this.secrets = secrets;
    this.publicUrl = publicUrl;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// Who carries a channel.
  public sealed interface Carrier {
    record Open(Provider provider) implements Carrier {}

    /// @param because a sentence for a person
    record Closed(String because) implements Carrier {}
  }

  /// @throws dev.switchboard.Unavailable when the settings cannot be read
  public Carrier of(Channel channel) {
    var settings = settings();
    return switch (channel) {
      case VOICE_CALL -> carrier(settings.elevenLabs(), it -> new ElevenLabsCalls(it, http, clock));
      case VOICEMAIL -> carrier(settings.vapi(), it -> new VapiVoicemail(it, http, clock));
      case SMS -> carrier(settings.twilio(), it -> new TwilioSms(it, http, clock));
      case EMAIL -> carrier(settings.resend(), it -> new ResendEmail(it, http, clock));
    };
  }

  private <T> Carrier carrier(Setup<T> setup, Function<T, Provider> vendor) {
    return switch (setup) {
      case Setup.Ready<T>(var settings) -> new Carrier.Open(vendor.apply(settings));
      case Setup.None<T> _ -> new Carrier.Open(outbox);
      case Setup.Half<T>(var problems) ->
          new Carrier.Closed("not all is set up: " + String.join("; ", problems));
    };
  }

  /// Asks for a setting that there is not, so that the way to the others has been gone before a
  /// snapshot, and none of them is in it.
  public void rehearse() {
    var _ = secrets.read(Set.of("REHEARSAL"));
  }

  /// As last read, at most five minutes ago.
  ///
  /// @throws dev.switchboard.Unavailable when they cannot be read
  public synchronized ProviderSettings settings() {
    var now = clock.instant();
    var fresh = known.filter(it -> now.isBefore(it.at().plus(KEPT)));
    if (fresh.isPresent()) return fresh.get().settings();
    var settings = ProviderSettings.of(secrets.read(ProviderSettings.NAMES), publicUrl);
    known = Optional.of(new Known(settings, now));
    complain(settings.problems());
    return settings;
  }

  /// An alarm waits for this line.
  private static void complain(List<String> problems) {
    if (problems.isEmpty()) return;
    System.err.println(
        Json.text(Map.of("level", "ERROR", "trouble", "provider_setup", "problems", problems)));
  }
}
