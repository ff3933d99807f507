package dev.switchboard.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The days on which one contact is left alone.
record ClosedDays(List<Holiday> holidays, Set<LocalDate> dates) {

  static final ClosedDays NONE = new ClosedDays(List.of(), Set.of());

  /// Why a day is closed.
  record Closing(String rule, String because) {}

  static ClosedDays of(Rules rules, Whereabouts places, QuietDays quiet) {
    var kept =
        quiet.holidays()
            ? rules.holidays().stream().filter(it -> places.countries().contains(it.country()))
            : Stream.<Holiday>empty();
    return new ClosedDays(kept.toList(), quiet.dates());
  }

  boolean open(Instant at, ZoneId zone) {
    return !closed(at.atZone(zone).toLocalDate());
  }

  /// The first moment from `at` on that is not on a closed day of that zone's calendar.
  Instant opening(Instant at, ZoneId zone) {
    if (open(at, zone)) return at;
    var day = at.atZone(zone).toLocalDate();
    while (closed(day)) day = day.plusDays(1);
    return day.atStartOfDay(zone).toInstant();
  }

  private boolean closed(LocalDate day) {
    return dates.contains(day) || holidays.stream().anyMatch(holiday -> holiday.on(day));
  }

  /// Why nothing leaves at that moment, if its day is closed.
  Optional<Closing> closing(Instant at, ZoneId zone) {
    var day = at.atZone(zone).toLocalDate();
    if (dates.contains(day))
      return Optional.of(
          new Closing("quiet-days", "The owner closed %s, the day in %s".formatted(day, zone)));
    return holidays.stream()
        .filter(holiday -> holiday.on(day))
        .findFirst()
        .map(holiday ->
            new Closing("holidays", "It is %s (%s) in %s".formatted(holiday.name(), day, zone)));
  }
}
