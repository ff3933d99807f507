package dev.switchboard.contact;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  /// A postal address in a state of the United States: all zones of that state are possible.
  ///
  /// @param state two letters, `FL`; territories too
  /// @return empty if `rules` know no such state
  public static Optional<Clue> ofState(String state, Rules rules) {
    return Optional.ofNullable(rules.states().get(state))
        .map(zones -> new Clue(Source.ADDRESS, "US", zones, Set.of(state)));
  }

  /// A place of which only the time zone is known: every state that has it is possible.
  public static Clue ofPlace(ZoneId zone, Rules rules) {
    var states =
        rules.states().entrySet().stream()
            .filter(state -> state.getValue().contains(zone))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return new Clue(Source.ADDRESS, states.isEmpty() ? "" : "US", Set.of(zone), states);
  }

  /// A time zone that the contact stated; in which country or state remains open.
  ///
  /// @param zone IANA name, `America/Denver`
  /// @return empty if there is no such zone
  public static Optional<Clue> ofZone(String zone) {
    if (!ZoneId.getAvailableZoneIds().contains(zone)) return Optional.empty();
    return Optional.of(new Clue(Source.STATED, "", Set.of(ZoneId.of(zone)), Set.of()));
  }
}
