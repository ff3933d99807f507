package dev.switchboard.contact;

import dev.switchboard.contact.Consent.Kind;
import dev.switchboard.contact.Verdict.Block;
import java.util.Comparator;
import java.util.Optional;

/// Whether the contact agreed to this channel for this purpose.
///
/// Of the entries for the channel or for every channel the latest counts, whatever its kind; of two
/// at the same time, the revocation. The owner's attestation stands in for a missing record, never
/// against a revocation. Marketing by SMS, call and voicemail needs written consent; other calls
/// and voicemails (an artificial voice) need some; e-mail needs none.
final class Consents {

  private static final Comparator<Consent> LATEST =
      Comparator.comparing(Consent::at).thenComparing(consent -> consent.kind() == Kind.REVOKED);

  private Consents() {}

  static Optional<Block> objection(Ask ask) {
    return revoked(ask).or(() -> missing(ask));
  }

  static Optional<Block> revoked(Ask ask) {
    return latest(ask)
        .filter(consent -> consent.kind() == Kind.REVOKED)
        .map(consent ->
            new Block(
                rule(ask.channel()),
                "Consent was taken back at %s (%s)".formatted(consent.at(), consent.source())));
  }

  private static Optional<Block> missing(Ask ask) {
    boolean marketing = ask.purpose() == Purpose.MARKETING;
    boolean needed =
        switch (ask.channel()) {
          case VOICE_CALL, VOICEMAIL -> true;
          case SMS -> marketing;
          case EMAIL -> false;
        };
    if (!needed || ask.policy().attested().contains(ask.channel())) return Optional.empty();
    var kind = latest(ask).map(Consent::kind);
    boolean given = marketing ? kind.equals(Optional.of(Kind.WRITTEN)) : kind.isPresent();
    if (given) return Optional.empty();
    return Optional.of(
        new Block(
            rule(ask.channel()),
            "No %sconsent to %s is recorded, and the owner attests none"
                .formatted(marketing ? "written " : "", ask.channel().wire())));
  }

  /// The entry that counts for the channel, whatever its kind.
  static Optional<Consent> latest(Ask ask) {
    return ask.contact().consents().stream()
        .filter(consent -> consent.channel().map(ask.channel()::equals).orElse(true))
        // A consent from the future is a mistake; a revocation is honoured all the same.
        .filter(consent -> consent.kind() == Kind.REVOKED || !consent.at().isAfter(ask.now()))
        .max(LATEST);
  }

  private static String rule(Channel channel) {
    return switch (channel) {
      case VOICE_CALL, VOICEMAIL -> "ai-voice";
      case SMS -> "sms-consent";
      case EMAIL -> "email";
    };
  }
}
