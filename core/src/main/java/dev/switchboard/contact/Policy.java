package dev.switchboard.contact;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// What an owner decided about contacting people, as far as the gate asks.
///
/// @param mode whether verdicts are applied or only recorded
/// @param attested channels for which the owner attests written consent of the people in his lists
/// @param frequencyCap most attempts to one contact within `frequencyWindow`, at least 1
/// @param frequencyWindow length of the sliding window
/// @param coolDown shortest time between two attempts to one contact, whatever the channel
/// @param quietDays days on which nobody is solicited by call, voicemail or text
/// @param postalAddress the owner's, as CAN-SPAM wants it in every marketing e-mail
public record Policy(
    Mode mode,
    Set<Channel> attested,
    int frequencyCap,
    Duration frequencyWindow,
    Duration coolDown,
    QuietDays quietDays,
    Optional<String> postalAddress) {

  public enum Mode {
    ENFORCE,
    /// Sandbox: decided and recorded, not applied; opt-outs are applied all the same.
    REPORT
  }

  /// With [QuietDays#DEFAULT].
  public Policy(
      Mode mode,
      Set<Channel> attested,
      int frequencyCap,
      Duration frequencyWindow,
      Duration coolDown,
      Optional<String> postalAddress) {
    this(mode, attested, frequencyCap, frequencyWindow, coolDown, QuietDays.DEFAULT, postalAddress);
  }

  public Policy {
    attested = Set.copyOf(attested);
    if (frequencyCap < 1)
      throw new IllegalArgumentException("frequency cap must be at least 1: " + frequencyCap);
  }
}
