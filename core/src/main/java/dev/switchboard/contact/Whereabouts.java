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
/// @param countries every country that some clue leaves possible; the United States without clues,
///   because the strictest hours are theirs
record Whereabouts(Set<ZoneId> zones, Set<String> states, Set<String> countries) {

  private static final String UNITED_STATES = "US";

  static Whereabouts of(List<Clue> clues, Rules rules) {
    var zones = new HashSet<ZoneId>();
    var states = new HashSet<String>();
    var countries = new HashSet<String>();
    if (clues.isEmpty()) countries.add(UNITED_STATES);
    for (var clue : clues) {
      zones.addAll(clue.zones());
      for (var state : clue.states()) {
        var known = rules.states().get(state);
        if (known == null) continue;
        states.add(state);
        if (clue.zones().isEmpty()) zones.addAll(known);
      }
      if (!clue.region().isEmpty()) countries.add(clue.region());
      if (unitedStates(clue, rules)) countries.add(UNITED_STATES);
    }
    return new Whereabouts(zones, states, countries);
  }

  boolean stateless() {
    return countries.contains(UNITED_STATES) && states.isEmpty();
  }

  boolean zoneless() {
    return countries.contains(UNITED_STATES) && zones.isEmpty();
  }

  private static boolean american(ZoneId zone, Rules rules) {
    return rules.american().contains(zone)
        || rules.states().values().stream().anyMatch(of -> of.contains(zone));
  }

  /// `UTC`, `Etc/GMT+5`, `-05:00`: a clock, but nobody knows where.
  private static boolean placeless(ZoneId zone) {
    return zone.getRules().isFixedOffset()
        && (zone.getId().startsWith("Etc/") || !zone.getId().contains("/"));
  }

  private static boolean unitedStates(Clue clue, Rules rules) {
    if (!clue.region().isEmpty()) return clue.region().equals(UNITED_STATES);
    if (clue.zones().isEmpty()) return true;
    return clue.zones().stream().anyMatch(zone -> american(zone, rules) || placeless(zone));
  }
}
