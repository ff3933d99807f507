package dev.switchboard.contact;

import java.time.Instant;
import java.util.Optional;

/// That a contact agreed to be reached over a channel, or took it back. The latest entry counts.
///
/// @param channel absent: every channel
/// @param kind how strong it is
/// @param source where it was given, in the owner's words: `web form 2026-03-02`, at most 200
///   characters
/// @param at when it was given or taken back
public record Consent(Optional<Channel> channel, Kind kind, String source, Instant at) {

  public enum Kind {
    /// Signed, or ticked: what marketing by text or artificial voice needs.
    WRITTEN,
    /// Said or implied by giving the address for this purpose: enough for service messages.
    EXPRESS,
    /// Taken back.
    REVOKED
  }
}
