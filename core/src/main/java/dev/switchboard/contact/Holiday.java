package dev.switchboard.contact;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;

/// A public holiday, by the rule that its date follows.
///
/// @param country ISO 3166, `US`
/// @param name in English: `Labor Day`
public record Holiday(String country, String name, Day day) {

  /// Which day of a year it is.
  public sealed interface Day {

    /// The same date each year. Where that is a Saturday, the Friday before is kept as well, where
    /// a Sunday, the Monday after, as [5 USC 6103](https://www.law.cornell.edu/uscode/text/5/6103)
    /// and Executive Order 11582 have it.
    record Fixed(MonthDay date) implements Day {}

    /// A weekday of a month.
    ///
    /// @param count the how manieth, from 1; 5: the last
    record Nth(Month month, DayOfWeek weekday, int count) implements Day {}
  }

  /// Whether it is kept on that date.
  public boolean on(LocalDate date) {
    return switch (day) {
      case Day.Fixed(var fixed) -> fixed.equals(MonthDay.from(date)) || observed(fixed, date);
      case Day.Nth(var month, var weekday, var count) ->
          date.getMonth() == month
              && date.getDayOfWeek() == weekday
              && (count == 5
                  ? date.plusWeeks(1).getMonth() != month
                  : (date.getDayOfMonth() - 1) / 7 + 1 == count);
    };
  }

  private static boolean observed(MonthDay fixed, LocalDate date) {
    return switch (date.getDayOfWeek()) {
      case FRIDAY -> fixed.equals(MonthDay.from(date.plusDays(1)));
      case MONDAY -> fixed.equals(MonthDay.from(date.minusDays(1)));
      case TUESDAY, WEDNESDAY, THURSDAY, SATURDAY, SUNDAY -> false;
    };
  }
}
