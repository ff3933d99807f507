package dev.switchboard.contact;

import java.time.ZoneId;
import java.util.Set;

/// A hint where a contact is. Clues may disagree; the gate then wants an hour that suits all.
///
/// @param region ISO 3166 country, `US`; empty when unknown
/// @param zones the time zones it leaves possible; may be empty
/// @param states the US states it leaves possible, `FL`; may be empty
public record Clue(Source source, String region, Set<ZoneId> zones, Set<String> states) {

  public enum Source {
    /// The phone number's area code.
    PHONE,
    /// The postal address.
    ADDRESS,
    /// What the contact said.
    STATED
  }

  public Clue {
    zones = Set.copyOf(zones);
    states = Set.copyOf(states);
  }
}
