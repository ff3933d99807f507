package dev.switchboard.send;

import dev.switchboard.contact.Channel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// When a chain goes on to its next channel.
///
/// | a step that ended as | goes on |
/// | --- | --- |
/// | no answer, undelivered, bounced, rejected | after the cool-down |
/// | blocked by a rule of this one channel (consent, bad address, budget, length) | at once: nobody was reached |
/// | suppressed, for the contact opted out at the provider | at once: what it said holds for its telephone |
/// | delivered, voicemail left, no report | after the patience: no reaction in that time |
/// | an e-mail that stands in for a voicemail | after the cool-down |
/// | answered, suppressed otherwise, cancelled, parked, blocked for the contact as a whole | never |
///
/// Never from a state that is not settled; what is planned is withdrawn when the contact responds.
///
/// @param coolDown shortest time between two steps
/// @param maxSteps most channels tried in all
/// @param patience how long a message that arrived waits for a reaction
public record Chain(Duration coolDown, int maxSteps, Duration patience) {

  /// Rule of sends that a provider refused because the contact opted out there.
  static final String AT_PROVIDER = "optout-provider";

  private static final Set<String> CHANNEL_RULES =
      Set.of(
          "sms-consent",
          "ai-voice",
          "dnc",
          "reassigned",
          "medium",
          "suppressed",
          "sms-length",
          "optout-notice",
          "email",
          "budget",
          "zones",
          AT_PROVIDER);

  /// How long after now the next step of `send` is due; empty: the chain ends here.
  public Optional<Duration> next(Send send) {
    if (send.rest().isEmpty() || send.id().step() + 1 >= maxSteps) return Optional.empty();
    return switch (send.state()) {
      case NO_ANSWER, UNDELIVERED, BOUNCED, REJECTED -> Optional.of(coolDown);
      case BLOCKED, SUPPRESSED ->
          send.reason()
              .filter(reason -> CHANNEL_RULES.contains(reason.rule()))
              .map(_ -> Duration.ZERO);
      case DELIVERED, VOICEMAIL, NO_REPORT ->
          Optional.of(send.channel() == Channel.EMAIL ? coolDown : patience);
      case PLANNED, HELD, ATTEMPTING, UNKNOWN, ACCEPTED, ANSWERED, CANCELLED, PARKED ->
          Optional.empty();
    };
  }
}
