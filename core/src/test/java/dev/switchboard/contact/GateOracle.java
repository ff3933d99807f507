package dev.switchboard.contact;

import static dev.switchboard.contact.WallClock.ALASKA;
import static dev.switchboard.contact.WallClock.ALEUTIAN;
import static dev.switchboard.contact.WallClock.ARIZONA;
import static dev.switchboard.contact.WallClock.ATLANTIC;
import static dev.switchboard.contact.WallClock.BOISE;
import static dev.switchboard.contact.WallClock.CENTRAL;
import static dev.switchboard.contact.WallClock.DETROIT;
import static dev.switchboard.contact.WallClock.EASTERN;
import static dev.switchboard.contact.WallClock.GUAM;
import static dev.switchboard.contact.WallClock.HAWAII;
import static dev.switchboard.contact.WallClock.INDIANA;
import static dev.switchboard.contact.WallClock.MOUNTAIN;
import static dev.switchboard.contact.WallClock.PACIFIC;
import static dev.switchboard.contact.WallClock.SAIPAN;
import static dev.switchboard.contact.WallClock.SAMOA;
import static dev.switchboard.contact.WallClock.THOMAS;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The rules of contacting people told once more, by trying each quarter of an hour and on tables
/// of its own: what the gate has to answer. Shares neither code nor data with it.
///
/// Full hours of all clocks on earth are full quarters of an hour in UTC.
final class GateOracle {

  /// The clocks that people of a state live by.
  static final Map<String, List<WallClock>> STATES =
      Map.ofEntries(
          Map.entry("NY", List.of(EASTERN)),
          Map.entry("CA", List.of(PACIFIC)),
          Map.entry("FL", List.of(EASTERN, CENTRAL)),
          Map.entry("MD", List.of(EASTERN)),
          Map.entry("OK", List.of(CENTRAL)),
          Map.entry("NJ", List.of(EASTERN)),
          Map.entry("MS", List.of(CENTRAL)),
          Map.entry("CT", List.of(EASTERN)),
          Map.entry("TX", List.of(CENTRAL, MOUNTAIN)),
          Map.entry("AL", List.of(CENTRAL)),
          Map.entry("LA", List.of(CENTRAL)),
          Map.entry("RI", List.of(EASTERN)),
          Map.entry("AZ", List.of(ARIZONA, MOUNTAIN)),
          Map.entry("HI", List.of(HAWAII)),
          Map.entry("AK", List.of(ALASKA, ALEUTIAN)),
          Map.entry("IN", List.of(INDIANA, CENTRAL)),
          Map.entry("MI", List.of(DETROIT, CENTRAL)),
          Map.entry("TN", List.of(EASTERN, CENTRAL)),
          Map.entry("KY", List.of(EASTERN, CENTRAL)),
          Map.entry("ND", List.of(CENTRAL, MOUNTAIN)),
          Map.entry("SD", List.of(CENTRAL, MOUNTAIN)),
          Map.entry("NE", List.of(CENTRAL, MOUNTAIN)),
          Map.entry("KS", List.of(CENTRAL, MOUNTAIN)),
          Map.entry("ID", List.of(BOISE, PACIFIC)),
          Map.entry("OR", List.of(BOISE, PACIFIC)),
          Map.entry("NV", List.of(PACIFIC, MOUNTAIN)),
          Map.entry("CO", List.of(MOUNTAIN)),
          Map.entry("PR", List.of(ATLANTIC)),
          Map.entry("VI", List.of(THOMAS)),
          Map.entry("GU", List.of(GUAM)),
          Map.entry("MP", List.of(SAIPAN)),
          Map.entry("AS", List.of(SAMOA)));

  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(6, 19),
          MonthDay.of(7, 4),
          MonthDay.of(11, 11),
          MonthDay.of(12, 25));

  /// What ends by itself, however long it takes.
  private static final Set<String> PASSING =
      Set.of("holidays", "quiet-days", "frequency-cap", "cool-down");

  /// Tries without any of those after which nobody waits for an hour any more.
  private static final int PATIENCE = 8 * 24 * 4;

  private GateOracle() {}

  /// One situation as the rules see it.
  ///
  /// @param clocks every clock that may be the contact's
  /// @param states every state that may be
  /// @param american whether it may be the United States
  /// @param touches of other sends
  record Situation(
      Channel channel,
      Purpose purpose,
      Set<WallClock> clocks,
      Set<String> states,
      boolean american,
      QuietDays quiet,
      List<Instant> touches,
      Policy policy,
      Instant now) {

    boolean solicits() {
      return purpose == Purpose.MARKETING && channel != Channel.EMAIL;
    }
  }

  /// @param rules those that are against `now`; told apart from each other only where one is
  /// @param until the first moment that nothing is against; empty: none
  record Answer(Set<String> rules, Optional<Instant> until) {}

  static Answer answer(Situation of) {
    var against = against(of, of.now());
    if (against.isEmpty()) return new Answer(against, Optional.of(of.now()));
    var first = Optional.<Instant>empty();
    var at = of.now();
    for (int left = PATIENCE; left > 0 && first.isEmpty(); ) {
      at = next(of, at);
      var objections = against(of, at);
      if (objections.isEmpty()) first = Optional.of(at);
      left = objections.stream().anyMatch(PASSING::contains) ? PATIENCE : left - 1;
    }
    return new Answer(against, first);
  }

  /// The next full quarter, or the end of what an earlier attempt forbids if that is sooner.
  private static Instant next(Situation of, Instant at) {
    var quarter = Instant.ofEpochSecond((Math.floorDiv(at.getEpochSecond(), 900) + 1) * 900);
    return of.touches().stream()
        .flatMap(touch ->
            List.of(touch.plus(of.policy().frequencyWindow()), touch.plus(of.policy().coolDown()))
                .stream())
        .filter(moment -> moment.isAfter(at) && moment.isBefore(quarter))
        .min(Instant::compareTo)
        .orElse(quarter);
  }

  private static Set<String> against(Situation of, Instant at) {
    var rules = new HashSet<String>();
    pace(of, at, rules);
    if (of.purpose() == Purpose.SERVICE) return rules;
    if (of.purpose() == Purpose.MARKETING && !of.solicits()) return rules;
    long minute = Math.floorDiv(at.getEpochSecond(), 60);
    if (of.clocks().isEmpty() && !of.american()) rules.add("zones");
    if (blind(of)) {
      if (!between(EASTERN.minuteOfDay(minute), 11, 18))
        rules.add(of.solicits() ? "hours-state" : "hours-regf");
      if (of.solicits()) days(of, EASTERN.date(minute), rules);
    }
    convenient(of, minute, rules);
    for (var clock : of.clocks()) if (of.solicits()) days(of, clock.date(minute), rules);
    return rules;
  }

  /// In America, but nobody knows where: no state for solicitations, no clock for collections.
  private static boolean blind(Situation of) {
    return of.american() && (of.solicits() ? of.states().isEmpty() : of.clocks().isEmpty());
  }

  /// By every clock, and by every state's hours on every clock; the rule, or `zones` where only
  /// some of the clocks are against it.
  private static void convenient(Situation of, long minute, Set<String> rules) {
    var shutByDay = EnumSet.noneOf(WallClock.class);
    var shutByState = EnumSet.noneOf(WallClock.class);
    for (var clock : of.clocks()) {
      int shown = clock.minuteOfDay(minute);
      if (!between(shown, 8, 21)) shutByDay.add(clock);
      if (!of.solicits()) continue;
      var day = clock.date(minute).getDayOfWeek();
      for (var state : of.states()) if (!allowed(state, day, shown)) shutByState.add(clock);
    }
    add(of, shutByDay, of.solicits() ? "hours-tcpa" : "hours-regf", rules);
    add(of, shutByState, "hours-state", rules);
  }

  private static void add(Situation of, Set<WallClock> shut, String rule, Set<String> rules) {
    if (shut.isEmpty()) return;
    rules.add(shut.equals(of.clocks()) ? rule : "zones");
  }

  private static boolean between(int minute, int from, int to) {
    return from * 60 <= minute && minute < to * 60;
  }

  private static boolean allowed(String state, DayOfWeek day, int minute) {
    boolean sunday = day == DayOfWeek.SUNDAY;
    boolean weekend = sunday || day == DayOfWeek.SATURDAY;
    return switch (state) {
      case "FL", "MD", "OK", "NJ" -> between(minute, 8, 20);
      case "MS" -> !sunday && between(minute, 8, 20);
      case "AL", "LA" -> !sunday;
      case "CT" -> between(minute, 9, 20);
      case "TX" -> between(minute, sunday ? 12 : 9, 21);
      case "RI" -> weekend ? between(minute, 10, 17) : between(minute, 9, 18);
      default -> true;
    };
  }

  private static void days(Situation of, LocalDate day, Set<String> rules) {
    if (of.quiet().dates().contains(day)) rules.add("quiet-days");
    if (of.quiet().holidays() && of.american() && holiday(day)) rules.add("holidays");
  }

  private static boolean holiday(LocalDate day) {
    int number = day.getDayOfMonth();
    boolean floating =
        switch (day.getMonth()) {
          case JANUARY, FEBRUARY -> day.getDayOfWeek() == DayOfWeek.MONDAY && third(number);
          case MAY -> day.getDayOfWeek() == DayOfWeek.MONDAY && number > 24;
          case SEPTEMBER -> day.getDayOfWeek() == DayOfWeek.MONDAY && number < 8;
          case OCTOBER -> day.getDayOfWeek() == DayOfWeek.MONDAY && number > 7 && number < 15;
          case NOVEMBER -> day.getDayOfWeek() == DayOfWeek.THURSDAY && number > 21 && number < 29;
          case MARCH, APRIL, JUNE, JULY, AUGUST, DECEMBER -> false;
        };
    return floating
        || FIXED.contains(MonthDay.from(day))
        || observed(day, DayOfWeek.FRIDAY, day.plusDays(1))
        || observed(day, DayOfWeek.MONDAY, day.minusDays(1));
  }

  private static boolean observed(LocalDate day, DayOfWeek weekday, LocalDate holiday) {
    return day.getDayOfWeek() == weekday && FIXED.contains(MonthDay.from(holiday));
  }

  private static boolean third(int number) {
    return number > 14 && number < 22;
  }

  private static void pace(Situation of, Instant at, Set<String> rules) {
    if (of.purpose() == Purpose.SERVICE || of.touches().isEmpty()) return;
    var policy = of.policy();
    var within = of.touches().stream().filter(it -> it.plus(policy.frequencyWindow()).isAfter(at));
    if (within.count() >= policy.frequencyCap()) rules.add("frequency-cap");
    if (of.touches().stream().anyMatch(it -> it.plus(policy.coolDown()).isAfter(at)))
      rules.add("cool-down");
  }
}
