package dev.switchboard.contact;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Everywhere a contact may be, going by all clues together.
///
/// @param zones every time zone that some clue leaves possible; a clue that knows states only
///   leaves all zones of those states possible
/// @param states every state of the United States that some clue leaves possible
/// @param unitedStates whether the contact may be there; true without clues, because the strictest
///   hours are the United States'
record Whereabouts(Set<ZoneId> zones, Set<String> states, boolean unitedStates) {

  static Whereabouts of(List<Clue> clues, Rules rules) {
    var zones = new HashSet<ZoneId>();
    var states = new HashSet<String>();
    boolean unitedStates = clues.isEmpty();
    for (var clue : clues) {
      zones.addAll(clue.zones());
      for (var state : clue.states()) {
        var known = rules.states().get(state);
        if (known == null) continue;
        states.add(state);
        if (clue.zones().isEmpty()) zones.addAll(known);
      }
      unitedStates |= unitedStates(clue, rules);
    }
    return new Whereabouts(zones, states, unitedStates);
  }

  boolean stateless() {
    return unitedStates && states.isEmpty();
  }

  boolean zoneless() {
    return unitedStates && zones.isEmpty();
  }

  private static boolean unitedStates(Clue clue, Rules rules) {
    if (!clue.region().isEmpty()) return clue.region().equals("US");
    if (clue.zones().isEmpty()) return true;
    return clue.zones().stream()
        .anyMatch(zone -> rules.states().values().stream().anyMatch(of -> of.contains(zone)));
  }
}
