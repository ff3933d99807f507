package dev.switchboard.functions.webhooks;

import dev.switchboard.functions.providers.checkup.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The vendors' signatures as things are set up now.
///
/// Secrets are read when they are first needed, so never before a snapshot, and again after five
/// minutes.
public final class Signatures {

  private static final Duration KEPT = Duration.ofMinutes(5);

  /// What Twilio signs with, unless texts come in over another account than they leave by.
  private static final String TWILIO_TOKEN = "TWILIO_AUTH_TOKEN";

  /// Every name that is read.
  public static final Set<String> NAMES =
      Stream.concat(Stream.of(TWILIO_TOKEN), Arrays.stream(Vendor.values()).map(Vendor::secret))
          .collect(Collectors.toUnmodifiableSet());

  private final Function<Set<String>, Map<String, String>> secrets;
  private final Optional<String> publicUrl;
  private Map<String, String> known = Map.of();
  private Instant until = Instant.MIN;

  /// @param secrets those of the names that have a value
  /// @param publicUrl what vendors call us by; without it nothing of Twilio's can be checked
  public Signatures(
      Function<Set<String>, Map<String, String>> secrets, Optional<String> publicUrl) {
    this.secrets = secrets;
    this.publicUrl = publicUrl;
  }

  /// A vendor's; empty where it is not set up.
  ///
  /// @throws IllegalStateException if its secret is none
  /// @throws dev.switchboard.Unavailable when secrets cannot be read
  Optional<Signature> of(Vendor vendor, Instant now) {
    return secret(vendor, now)
        .flatMap(secret ->
            switch (vendor) {
              case TWILIO -> publicUrl.map(url -> new TwilioSignature(secret, url));
              case RESEND -> Optional.of(new SvixSignature(secret));
              case ELEVENLABS -> Optional.of(new ElevenLabsSignature(secret));
              case VAPI -> Optional.of(new VapiSignature(secret));
            });
  }

  /// Whether what a vendor tells can be told from what others make up.
  ///
  /// @throws dev.switchboard.Unavailable when secrets cannot be read
  Diagnosis diagnosis(Vendor vendor, Instant now) {
    var name = vendor.secret();
    var title = vendor.brand().title();
    try {
      var _ = of(vendor, now);
      if (secret(vendor, now).isPresent())
        return new Diagnosis.Works("What %s tells is known by its signature.".formatted(title));
      return new Diagnosis.Missing(
          "%s is missing: what %s tells is refused, and has to be asked for."
              .formatted(name, title),
          "Enter %s/webhooks/%s at %s, and set %s to the secret that goes with it."
              .formatted(publicUrl.orElse("<PUBLIC_URL>"), vendor.wire(), title, name));
    } catch (IllegalStateException e) {
      return new Diagnosis.Missing(
          "%s is malformed: %s.".formatted(name, e.getMessage()),
          "Set it to what %s shows.".formatted(title));
    }
  }

  private synchronized Optional<String> secret(Vendor vendor, Instant now) {
    if (!now.isBefore(until)) {
      known = Map.copyOf(secrets.apply(NAMES));
      until = now.plus(KEPT);
    }
    var own = value(vendor.secret());
    return vendor == Vendor.TWILIO ? own.or(() -> value(TWILIO_TOKEN)) : own;
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(known.get(name)).filter(secret -> !secret.isBlank());
  }
}
