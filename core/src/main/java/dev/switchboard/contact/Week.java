package dev.switchboard.contact;

import dev.switchboard.contact.Rules.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/// At which local minutes of a week something may be sent: one stretch a day, or none.
///
/// Edges lie where no zone changes its clocks (8:00 to 21:00), so each names one instant.
final class Week {

  private static final int DAYS = 7;
  private static final int MINUTES = 24 * 60;

  // By the number of the day, Monday is 1.
  private final int[] from = new int[DAYS + 1];
  private final int[] to = new int[DAYS + 1];

  private Week() {}

  /// The minutes that all narrowings allow.
  static Week of(List<Hours> narrowings) {
    var week = new Week();
    for (var day : DayOfWeek.values()) {
      int index = day.getValue();
      week.to[index] = MINUTES;
      for (var hours : narrowings) {
        if (!hours.days().contains(day)) continue;
        week.from[index] = Math.max(week.from[index], hours.from());
        week.to[index] = Math.min(week.to[index], hours.to());
      }
    }
    return week;
  }

  boolean open(Instant at, ZoneId zone) {
    var local = at.atZone(zone);
    int day = local.getDayOfWeek().getValue();
    int minute = local.getHour() * 60 + local.getMinute();
    return from[day] <= minute && minute < to[day];
  }

  /// The first open instant of that zone's clock from `at` on; [Instant#MAX] if there is none.
  Instant opening(Instant at, ZoneId zone) {
    if (open(at, zone)) return at;
    var local = at.atZone(zone);
    var date = local.toLocalDate();
    boolean before = local.getHour() * 60 + local.getMinute() < from[index(date)];
    for (int ahead = before ? 0 : 1; ahead <= DAYS; ahead++) {
      var day = date.plusDays(ahead);
      if (!closed(day)) return day.atTime(time(from[index(day)])).atZone(zone).toInstant();
    }
    return Instant.MAX;
  }

  /// The open stretch of a day for a person: `allowed from 08:00 to 20:00`, `not allowed on a
  /// Sunday`.
  String told(LocalDate day) {
    if (closed(day)) return "not allowed on a " + name(day);
    int end = to[index(day)];
    return "allowed from "
        + time(from[index(day)])
        + " to "
        + (end == MINUTES ? "24:00" : time(end));
  }

  static String name(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private boolean closed(LocalDate day) {
    return from[index(day)] >= to[index(day)];
  }

  private static int index(LocalDate day) {
    return day.getDayOfWeek().getValue();
  }

  private static LocalTime time(int minute) {
    return LocalTime.ofSecondOfDay(minute * 60L);
  }
}
