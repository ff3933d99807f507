package dev.switchboard.contact;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/// A clock on a wall, by arithmetic of its own: so many minutes beside UTC, put forward on the
/// second Sunday of March at two and back on the first of November where people do that.
enum WallClock {
  EASTERN("America/New_York", -5 * 60, true),
  DETROIT("America/Detroit", -5 * 60, true),
  INDIANA("America/Indiana/Indianapolis", -5 * 60, true),
  CENTRAL("America/Chicago", -6 * 60, true),
  MOUNTAIN("America/Denver", -7 * 60, true),
  BOISE("America/Boise", -7 * 60, true),
  ARIZONA("America/Phoenix", -7 * 60, false),
  PACIFIC("America/Los_Angeles", -8 * 60, true),
  ALASKA("America/Anchorage", -9 * 60, true),
  ALEUTIAN("America/Adak", -10 * 60, true),
  HAWAII("Pacific/Honolulu", -10 * 60, false),
  SAMOA("Pacific/Pago_Pago", -11 * 60, false),
  ATLANTIC("America/Puerto_Rico", -4 * 60, false),
  THOMAS("America/St_Thomas", -4 * 60, false),
  GUAM("Pacific/Guam", 10 * 60, false),
  SAIPAN("Pacific/Saipan", 10 * 60, false),
  LONDON("Europe/London"),
  KOLKATA("Asia/Kolkata"),
  KATHMANDU("Asia/Kathmandu"),
  LORD_HOWE("Australia/Lord_Howe"),
  ST_JOHNS("America/St_Johns"),
  SAO_PAULO("America/Sao_Paulo"),
  AUCKLAND("Pacific/Auckland"),
  KIRITIMATI("Pacific/Kiritimati");

  private static final int DAY = 24 * 60;

  private final ZoneId zone;
  private final int standard;
  private final boolean summer;
  private final boolean american;

  WallClock(String zone, int standard, boolean summer) {
    this.zone = ZoneId.of(zone);
    this.standard = standard;
    this.summer = summer;
    this.american = true;
  }

  WallClock(String zone) {
    this.zone = ZoneId.of(zone);
    this.standard = 0;
    this.summer = false;
    this.american = false;
  }

  ZoneId zone() {
    return zone;
  }

  /// Whether a part of the United States lives by it.
  boolean american() {
    return american;
  }

  /// The date that it shows.
  ///
  /// @param minute since 1970 in UTC
  LocalDate date(long minute) {
    return LocalDate.ofEpochDay(Math.floorDiv(shown(minute), DAY));
  }

  /// The minute of the day that it shows, 0 to 1439.
  int minuteOfDay(long minute) {
    return Math.floorMod(shown(minute), DAY);
  }

  private long shown(long minute) {
    if (!american)
      return minute
          + zone.getRules().getOffset(Instant.ofEpochSecond(minute * 60)).getTotalSeconds() / 60;
    var winter = minute + standard;
    return summer && forward(winter) ? winter + 60 : winter;
  }

  private static boolean forward(long winter) {
    var date = LocalDate.ofEpochDay(Math.floorDiv(winter, DAY));
    return switch (date.getMonth()) {
      case APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER -> true;
      case DECEMBER, JANUARY, FEBRUARY -> false;
      case MARCH -> winter >= sunday(date.getYear(), Month.MARCH, 2) * DAY + 2 * 60;
      case NOVEMBER -> winter < sunday(date.getYear(), Month.NOVEMBER, 1) * DAY + 60;
    };
  }

  private static long sunday(int year, Month month, int count) {
    return LocalDate.of(year, month, 1)
        .with(TemporalAdjusters.dayOfWeekInMonth(count, DayOfWeek.SUNDAY))
        .toEpochDay();
  }
}
