package dev.switchboard.contact;

import java.time.Instant;
import java.util.Optional;

/// That a contact must not be reached: for good, until it is lifted.
///
/// @param channel absent: every channel
/// @param address absent: every address of the contact, also future ones
/// @param source who or what said so: `sms STOP`, `unsubscribe link`, a person's id
public record Suppression(
    Optional<Channel> channel, Optional<String> address, Reason reason, String source, Instant at) {

  /// That the data of a contact was erased.
  public static Suppression erased(String source, Instant at) {
    return new Suppression(Optional.empty(), Optional.empty(), Reason.ERASED, source, at);
  }

  public enum Reason {
    OPT_OUT,
    COMPLAINT,
    BOUNCED,
    BAD_NUMBER,
    /// The owner's own do-not-contact entry.
    OWNER,
    /// The contact had its data erased; only this remains.
    ERASED
  }
}
