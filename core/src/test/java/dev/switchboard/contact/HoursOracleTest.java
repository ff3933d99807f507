package dev.switchboard.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Compares the hours with a scan minute by minute over tables of its own.
class HoursOracleTest {

  private static final Rules RULES = Rules.shipped();
  private static final ZoneId EASTERN = ZoneId.of("America/New_York");

  private static final List<String> STATES =
      List.of(
          "NY", "CA", "FL", "MD", "OK", "NJ", "MS", "CT", "TX", "AL", "LA", "RI", "AZ", "HI", "AK",
          "IN", "ND", "CO");

  private static final List<String> ZONES =
      List.of(
          "America/New_York",
          "America/Chicago",
          "America/Denver",
          "America/Phoenix",
          "America/Los_Angeles",
          "America/Anchorage",
          "America/Adak",
          "Pacific/Honolulu",
          "America/Puerto_Rico");

  private static final List<String> ABROAD =
      List.of(
          "Europe/London",
          "Asia/Kolkata",
          "Asia/Kathmandu",
          "Australia/Lord_Howe",
          "America/St_Johns",
          "America/Sao_Paulo",
          "Pacific/Auckland",
          "Pacific/Kiritimati");

  /// Both changes of the clock in America and in Europe, a leap day, and the turn of the year.
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(2026, 3, 8),
          LocalDate.of(2026, 11, 1),
          LocalDate.of(2026, 3, 29),
          LocalDate.of(2026, 10, 25),
          LocalDate.of(2028, 2, 29),
          LocalDate.of(2026, 12, 31),
          LocalDate.of(2026, 7, 4));

  private record Situation(Channel channel, Purpose purpose, List<Clue> clues, Instant at) {}

  @Test
  void a_scan_of_every_minute_finds_the_same_openings() {
    var ways =
        Map.of(
            "now", new AtomicInteger(), "later", new AtomicInteger(), "never", new AtomicInteger());
    Cases.check(
        4_000,
        random -> {
          var situation = situation(random);
          var expected = scan(situation);
          var way = expected.map(at -> at.equals(situation.at()) ? "now" : "later").orElse("never");
          ways.get(way).incrementAndGet();

          assertEquals(expected, found(situation), situation.toString());
        });
    ways.forEach((way, count) -> assertTrue(count.get() > 100, way + " was tried " + count));
  }

  @Test
  void open_is_what_the_scan_says_at_the_edges_of_the_clock_change() {
    for (var day : DAYS)
      for (var state : STATES) {
        var clues = List.of(Clue.ofState(state, RULES).orElseThrow());
        var start = day.atStartOfDay(EASTERN).toInstant();
        var hours = SendingHours.of(RULES, Channel.SMS, Purpose.MARKETING, clues);
        for (int quarter = 0; quarter < 96; quarter++) {
          var at = start.plus(quarter * 15L, ChronoUnit.MINUTES);
          var situation = new Situation(Channel.SMS, Purpose.MARKETING, clues, at);
          assertEquals(suits(situation, at), hours.open(at), situation.toString());
        }
      }
  }

  private static Optional<Instant> found(Situation of) {
    return SendingHours.of(RULES, of.channel(), of.purpose(), of.clues()).opening(of.at());
  }

  private static Situation situation(Random random) {
    var clues = new ArrayList<Clue>();
    int count = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) clues.add(clue(random));
    var day = DAYS.get(random.nextInt(DAYS.size())).plusDays(random.nextInt(-8, 3));
    var at = day.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(random.nextInt(86_400));
    if (random.nextInt(3) > 0) at = edge(random, day);
    return new Situation(
        List.of(Channel.values()).get(random.nextInt(4)),
        random.nextInt(4) == 0
            ? List.of(Purpose.values()).get(random.nextInt(3))
            : Purpose.MARKETING,
        clues,
        at);
  }

  /// Seconds around a full hour, where an error of one shows.
  private static Instant edge(Random random, LocalDate day) {
    return day.atTime(random.nextInt(24), 0)
        .toInstant(ZoneOffset.UTC)
        .plusSeconds(random.nextInt(-1, 2));
  }

  private static Clue clue(Random random) {
    var state = STATES.get(random.nextInt(STATES.size()));
    var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    var abroad = ZoneId.of(ABROAD.get(random.nextInt(ABROAD.size())));
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> Clue.ofState(state, RULES).orElseThrow();
      case 3 -> new Clue(Clue.Source.PHONE, "US", Set.of(zone), Set.of(state));
      case 4 -> new Clue(Clue.Source.PHONE, "US", Set.of(), Set.of());
      case 5 -> Clue.ofZone(zone.getId()).orElseThrow();
      case 6 -> new Clue(Clue.Source.PHONE, "XX", Set.of(abroad), Set.of());
      default -> new Clue(Clue.Source.PHONE, "XX", Set.of(abroad, zone), Set.of());
    };
  }

  private static Optional<Instant> scan(Situation of) {
    var end = of.at().plus(8, ChronoUnit.DAYS);
    if (suits(of, of.at())) return Optional.of(of.at());
    var minute = of.at().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    for (; minute.isBefore(end); minute = minute.plus(1, ChronoUnit.MINUTES))
      if (suits(of, minute)) return Optional.of(minute);
    return Optional.empty();
  }

  private static boolean suits(Situation of, Instant at) {
    if (of.purpose() == Purpose.SERVICE) return true;
    if (of.purpose() == Purpose.MARKETING && of.channel() == Channel.EMAIL) return true;
    boolean marketing = of.purpose() == Purpose.MARKETING;
    var zones = new HashSet<ZoneId>();
    var states = new HashSet<String>();
    boolean american = of.clues().isEmpty();
    for (var clue : of.clues()) {
      zones.addAll(clue.zones());
      states.addAll(clue.states());
      american |= clue.region().equals("US") || clue.source() == Clue.Source.STATED;
    }
    if (american && (marketing ? states.isEmpty() : zones.isEmpty()))
      if (!between(at, EASTERN, 11, 18)) return false;
    if (zones.isEmpty() && !american) return false;
    for (var zone : zones) {
      if (!between(at, zone, 8, 21)) return false;
      if (marketing)
        for (var state : states)
          if (!stateAllows(state, at.atZone(zone).toLocalDateTime())) return false;
    }
    return true;
  }

  private static boolean between(Instant at, ZoneId zone, int from, int to) {
    int hour = at.atZone(zone).getHour();
    return hour >= from && hour < to;
  }

  private static boolean stateAllows(String state, LocalDateTime local) {
    int hour = local.getHour();
    boolean sunday = local.getDayOfWeek() == DayOfWeek.SUNDAY;
    boolean weekend = sunday || local.getDayOfWeek() == DayOfWeek.SATURDAY;
    return switch (state) {
      case "FL", "MD", "OK", "NJ" -> hour >= 8 && hour < 20;
      case "MS" -> !sunday && hour >= 8 && hour < 20;
      case "AL", "LA" -> !sunday;
      case "CT" -> hour >= 9 && hour < 20;
      case "TX" -> hour < 21 && hour >= (sunday ? 12 : 9);
      case "RI" -> weekend ? hour >= 10 && hour < 17 : hour >= 9 && hour < 18;
      default -> true;
    };
  }
}
