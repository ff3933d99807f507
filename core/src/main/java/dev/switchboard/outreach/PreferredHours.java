package dev.switchboard.outreach;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/// The hours of a day in which a call is most likely taken, on the clock of the person called.
///
/// @param from inclusive
/// @param to exclusive, after `from`
public record PreferredHours(LocalTime from, LocalTime to) {

  private static final int MAX_MOVES = 50;

  public PreferredHours {
    if (!from.isBefore(to))
      throw new IllegalArgumentException(
          "preferred hours begin before they end: %s to %s".formatted(from, to));
  }

  /// The first moment from `at` on that lies in these hours in every zone; `at` itself when no zone
  /// is known or no moment suits all.
  public Instant next(Instant at, Set<ZoneId> zones) {
    var moment = at;
    for (int moves = 0; moves < MAX_MOVES; moves++) {
      var later = moment;
      for (var zone : zones) later = opening(later.atZone(zone));
      if (later.equals(moment)) return moment;
      moment = later;
    }
    return at;
  }

  private Instant opening(ZonedDateTime local) {
    if (local.toLocalTime().isBefore(from)) return local.with(from).toInstant();
    if (local.toLocalTime().isBefore(to)) return local.toInstant();
    return local.plusDays(1).with(from).toInstant();
  }
}
