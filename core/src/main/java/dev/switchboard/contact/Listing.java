package dev.switchboard.contact;

import java.time.Instant;

/// One entry of a phone number in a register.
///
/// @param since when it was listed, or when the number was given to somebody else
/// @param register which one, for a person: `National Do Not Call Registry`
public record Listing(Kind kind, Instant since, String register) {

  public enum Kind {
    /// Its holder wants no solicitation.
    DO_NOT_CALL,
    /// Whoever agreed before `since` is not its holder any more.
    REASSIGNED
  }
}
