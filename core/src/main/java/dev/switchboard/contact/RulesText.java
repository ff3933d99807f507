package dev.switchboard.contact;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.switchboard.contact.Rules.Hours;
import dev.switchboard.contact.Rules.Quiet;
import dev.switchboard.contact.Rules.Rule;
import dev.switchboard.contact.Rules.Where;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the tab-separated text of [Rules].
final class RulesText {

  private static final String NO_STATE = "no-state@";
  private static final String NO_ZONE = "no-zone@";

  private Optional<LocalDate> version = Optional.empty();
  private final Map<String, Rule> rules = new HashMap<>();
  private final List<Hours> hours = new ArrayList<>();
  private final List<Holiday> holidays = new ArrayList<>();
  private final List<Quiet> quiet = new ArrayList<>();
  private final Map<String, Set<ZoneId>> states = new HashMap<>();
  private final Set<ZoneId> american = new HashSet<>();

  static Rules parse(String text) {
    var reading = new RulesText();
    var lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) continue;
      try {
        reading.read(List.of(line.split("\t", -1)));
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new IllegalArgumentException("line %d: %s".formatted(i + 1, e.getMessage()), e);
      }
    }
    return new Rules(
        reading.version.orElseThrow(() -> new IllegalArgumentException("no line `version`")),
        reading.rules,
        reading.hours,
        reading.holidays,
        reading.quiet,
        reading.states,
        reading.american);
  }

  private void read(List<String> columns) {
    switch (columns.getFirst()) {
      case "version" -> version = Optional.of(LocalDate.parse(sized(columns, 2).get(1)));
      case "rule" -> addRule(sized(columns, 5));
      case "hours" -> addHours(columns);
      case "holiday" -> addHoliday(sized(columns, 4));
      case "quiet" -> {
        sized(columns, 3);
        quiet.add(new Quiet(channels(columns.get(1)), purposes(columns.get(2))));
      }
      case "state" -> addState(columns);
      case "american" -> columns.stream().skip(1).map(ZoneId::of).forEach(american::add);
      default -> throw new IllegalArgumentException("unknown kind of line: " + columns.getFirst());
    }
  }

  private static List<String> sized(List<String> columns, int size) {
    if (columns.size() != size)
      throw new IllegalArgumentException("expected " + size + " columns: " + columns);
    return columns;
  }

  private void addRule(List<String> columns) {
    var since = columns.get(4);
    var rule =
        new Rule(
            columns.get(1),
            columns.get(2),
            columns.get(3),
            since.equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(since)));
    if (rules.put(rule.id(), rule) != null)
      throw new IllegalArgumentException("rule stands twice: " + rule.id());
  }

  private void addHours(List<String> columns) {
    boolean closed = columns.getLast().equals("closed");
    sized(columns, closed ? 7 : 8);
    hours.add(
        new Hours(
            columns.get(1),
            where(columns.get(2)),
            channels(columns.get(3)),
            purposes(columns.get(4)),
            days(columns.get(5)),
            closed ? 0 : minute(columns.get(6)),
            closed ? 0 : minute(columns.get(7))));
  }

  private void addHoliday(List<String> columns) {
    holidays.add(new Holiday(columns.get(1), columns.get(2), dayOfYear(columns.get(3))));
  }

  /// `07-04`, `sep mon 1`, `may mon last`.
  private static Holiday.Day dayOfYear(String text) {
    var parts = text.split(" ");
    if (parts.length == 1) return new Holiday.Day.Fixed(MonthDay.parse("--" + text));
    if (parts.length != 3) throw new IllegalArgumentException("no such day: " + text);
    var count = parts[2].equals("last") ? 5 : Integer.parseInt(parts[2]);
    return new Holiday.Day.Nth(month(parts[0]), day(parts[1]), count);
  }

  private static Month month(String text) {
    return Arrays.stream(Month.values())
        .filter(month -> month.name().toLowerCase(Locale.ROOT).substring(0, 3).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such month: " + text));
  }

  private void addState(List<String> columns) {
    var zones = columns.stream().skip(2).map(ZoneId::of).collect(toUnmodifiableSet());
    if (zones.isEmpty()) throw new IllegalArgumentException("a state without a zone: " + columns);
    if (states.put(columns.get(1), zones) != null)
      throw new IllegalArgumentException("state stands twice: " + columns.get(1));
  }

  private static Where where(String text) {
    if (text.equals("*")) return new Where.Everywhere();
    if (text.startsWith(NO_STATE))
      return new Where.NoState(ZoneId.of(text.substring(NO_STATE.length())));
    if (text.startsWith(NO_ZONE))
      return new Where.NoZone(ZoneId.of(text.substring(NO_ZONE.length())));
    if (!text.matches("[A-Z]{2}")) throw new IllegalArgumentException("no such place: " + text);
    return new Where.State(text);
  }

  private static Set<Channel> channels(String text) {
    return Arrays.stream(text.split(","))
        .map(wire ->
            Channel.ofWire(wire)
                .orElseThrow(() -> new IllegalArgumentException("no such channel: " + wire)))
        .collect(toUnmodifiableSet());
  }

  private static Set<Purpose> purposes(String text) {
    return Arrays.stream(text.split(","))
        .map(wire -> Purpose.valueOf(wire.toUpperCase(Locale.ROOT)))
        .collect(toUnmodifiableSet());
  }

  private static Set<DayOfWeek> days(String text) {
    var ends = text.split("-");
    return EnumSet.range(day(ends[0]), day(ends[ends.length - 1]));
  }

  private static DayOfWeek day(String text) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().toLowerCase(Locale.ROOT).substring(0, 3).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such day: " + text));
  }

  private static int minute(String text) {
    return LocalTime.parse(text).toSecondOfDay() / 60;
  }
}
