package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import java.util.Locale;

/// A channel that was not taken, and why. The reason named is the strongest there is, in the order
/// of [Reason].
///
/// @param rule id of the rule: the gate's (`ai-voice`) or one of those in [Strategy]
/// @param because a phrase for a person, without the channel's name
public record TurnedDown(Channel channel, Reason reason, String rule, String because) {

  /// What closes a channel, strongest first.
  public enum Reason {
    COMPLIANCE,
    CONTACTABILITY,
    BUDGET,
    OWNER_RULE,
    SCORE;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// `call: no written consent for an AI voice (ai-voice)`.
  public String text() {
    return "%s: %s (%s)".formatted(label(channel), because, rule);
  }

  /// The channel in a sentence.
  static String label(Channel channel) {
    return switch (channel) {
      case VOICE_CALL -> "call";
      case VOICEMAIL -> "voicemail";
      case SMS -> "SMS";
      case EMAIL -> "e-mail";
    };
  }
}
