package dev.switchboard.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import dev.switchboard.contact.GateOracle.Answer;
import dev.switchboard.contact.GateOracle.Situation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Compares the gate with rules that are told once more and tried quarter by quarter of an hour.
class GateOracleTest {

  private static final Rules RULES = Rules.shipped();
  private static final Gate GATE = new Gate(RULES);
  private static final List<String> STATES = GateOracle.STATES.keySet().stream().sorted().toList();

  /// States whose hours differ come up more often than the others.
  private static final List<String> STRICT =
      List.of("AL", "CT", "FL", "LA", "MD", "MS", "NJ", "OK", "RI", "TX");

  private static final List<WallClock> AMERICAN =
      Arrays.stream(WallClock.values()).filter(WallClock::american).toList();
  private static final List<WallClock> ABROAD =
      Arrays.stream(WallClock.values()).filter(clock -> !clock.american()).toList();

  /// Changes of the clock in America and in Europe, leap days, holidays that move and that are
  /// observed on another day, and the turn of the year.
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(2026, 3, 8),
          LocalDate.of(2026, 11, 1),
          LocalDate.of(2027, 3, 14),
          LocalDate.of(2027, 11, 7),
          LocalDate.of(2026, 3, 29),
          LocalDate.of(2026, 10, 25),
          LocalDate.of(2028, 2, 29),
          LocalDate.of(2026, 7, 4),
          LocalDate.of(2027, 7, 5),
          LocalDate.of(2026, 11, 26),
          LocalDate.of(2027, 5, 31),
          LocalDate.of(2027, 1, 18),
          LocalDate.of(2026, 2, 16),
          LocalDate.of(2027, 9, 6),
          LocalDate.of(2027, 10, 11),
          LocalDate.of(2026, 12, 31));

  private static final class Places {
    private final List<Clue> clues = new ArrayList<>();
    private final Set<WallClock> clocks = EnumSet.noneOf(WallClock.class);
    private final Set<String> states = new TreeSet<>();
    private boolean american;
  }

  @Test
  void ten_thousand_questions_have_the_answers_of_an_oracle() {
    var seen = new TreeMap<String, Integer>();
    Cases.check(
        10_000,
        random -> {
          var places = places(random);
          var situation = situation(random, places);
          var verdict = GATE.decide(ask(situation, places.clues));
          var expected = GateOracle.answer(situation);

          assertEquals(expected, told(verdict, expected, situation), situation + " " + verdict);
          count(seen, expected, situation);
        });
    for (var rule :
        List.of(
            "allow",
            "cool-down",
            "frequency-cap",
            "holidays",
            "hours-regf",
            "hours-state",
            "hours-tcpa",
            "never",
            "quiet-days",
            "zones"))
      assertTrue(seen.getOrDefault(rule, 0) >= 50, rule + " came up too seldom: " + seen);
    assertTrue(seen.getOrDefault("several", 0) < 3_000, "too much is ambiguous: " + seen);
  }

  /// A verdict in the oracle's words. Where several rules object, the gate may name any of them.
  private static Answer told(Verdict verdict, Answer expected, Situation of) {
    return switch (verdict) {
      case Verdict.Allow _ -> new Answer(Set.of(), Optional.of(of.now()));
      case Verdict.Hold(var until, var rule, _) ->
          new Answer(named(rule, expected), Optional.of(until));
      case Verdict.Block(var rule, _) ->
          new Answer(rule.equals("zones") ? expected.rules() : Set.of(rule), Optional.empty());
    };
  }

  private static Set<String> named(String rule, Answer expected) {
    return expected.rules().contains(rule) ? expected.rules() : Set.of(rule);
  }

  private static void count(Map<String, Integer> seen, Answer answer, Situation of) {
    var rules = answer.rules();
    if (rules.size() > 1) seen.merge("several", 1, Integer::sum);
    if (answer.until().isEmpty()) seen.merge("never", 1, Integer::sum);
    if (answer.until().equals(Optional.of(of.now()))) seen.merge("allow", 1, Integer::sum);
    if (rules.size() == 1) seen.merge(rules.iterator().next(), 1, Integer::sum);
  }

  private static Ask ask(Situation of, List<Clue> clues) {
    var contact = Asks.clued(Asks.contact(), clues.toArray(Clue[]::new));
    var touches =
        of.touches().stream()
            .map(at -> new Touch("another-send", Channel.EMAIL, Purpose.SERVICE, at))
            .toArray(Touch[]::new);
    var ask = Asks.with(Asks.allowed(), of.channel(), of.purpose());
    return Asks.at(
        Asks.with(Asks.with(ask, Asks.touched(contact, touches)), of.policy()), of.now());
  }

  private static Situation situation(Random random, Places places) {
    var day = any(random, DAYS).plusDays(random.nextInt(-8, 3));
    var second = random.nextInt(3) == 0 ? random.nextInt(86_400) : edge(random);
    var now = day.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(second);
    var quiet = quiet(random, day);
    return new Situation(
        any(random, List.of(Channel.values())),
        random.nextInt(4) == 0 ? any(random, List.of(Purpose.values())) : Purpose.MARKETING,
        places.clocks,
        places.states,
        places.american,
        quiet,
        touches(random, now),
        policy(random, quiet),
        now);
  }

  /// Seconds around a full quarter, where an error of one shows.
  private static int edge(Random random) {
    return random.nextInt(96) * 900 + random.nextInt(-1, 2);
  }

  private static QuietDays quiet(Random random, LocalDate day) {
    var dates = new HashSet<LocalDate>();
    switch (random.nextInt(16)) {
      case 0, 1 -> {
        for (int i = random.nextInt(1, 8); i > 0; i--) dates.add(day.plusDays(random.nextInt(9)));
      }
      case 2 -> day.datesUntil(day.plusDays(random.nextInt(5, 30))).forEach(dates::add);
      // Whoever never works on Sundays does not think of closing them.
      case 3 -> workdays(day, random.nextInt(5, 70)).forEach(dates::add);
      default -> {}
    }
    return new QuietDays(random.nextInt(5) > 0, dates);
  }

  private static List<LocalDate> workdays(LocalDate from, int days) {
    return from.datesUntil(from.plusDays(days))
        .filter(day -> day.getDayOfWeek().getValue() < 7)
        .toList();
  }

  private static List<Instant> touches(Random random, Instant now) {
    var touches = new ArrayList<Instant>();
    if (random.nextInt(4) > 0) return touches;
    for (int i = random.nextInt(1, 5); i > 0; i--)
      touches.add(now.minusSeconds(random.nextInt(10 * 86_400) / (random.nextBoolean() ? 1 : 40)));
    return touches;
  }

  private static Policy policy(Random random, QuietDays quiet) {
    return new Policy(
        Policy.Mode.ENFORCE,
        EnumSet.allOf(Channel.class),
        random.nextInt(1, 5),
        Duration.ofHours(any(random, List.of(1, 24, 168))),
        Duration.ofMinutes(any(random, List.of(0, 30, 240))),
        quiet,
        Optional.of("1 Main Street"));
  }

  private static Places places(Random random) {
    var places = new Places();
    int count = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(3);
    places.american = count == 0;
    for (int i = 0; i < count; i++) add(random, places);
    return places;
  }

  private static void add(Random random, Places places) {
    var state = any(random, random.nextBoolean() ? STATES : STRICT);
    var clock = any(random, AMERICAN);
    var abroad = any(random, ABROAD);
    switch (random.nextInt(10)) {
      case 0, 1 -> address(places, state);
      case 2 -> add(places, "US", Set.of(clock), Set.of(state));
      // An area code of which only the state is known.
      case 3 -> {
        places.clocks.addAll(GateOracle.STATES.get(state));
        add(places, "US", Set.of(), Set.of(state));
      }
      // Toll-free.
      case 4 -> add(places, "US", Set.of(), Set.of());
      case 5 -> stated(places, clock);
      case 6 -> stated(places, abroad);
      case 7 -> add(places, "XX", Set.of(abroad), Set.of());
      case 8 -> add(places, "XX", Set.of(abroad, clock), Set.of());
      // By satellite: of no country at all.
      default -> add(places, "001", Set.of(), Set.of());
    }
  }

  private static void address(Places places, String state) {
    places.clues.add(Clue.ofState(state, RULES).orElseThrow());
    places.clocks.addAll(GateOracle.STATES.get(state));
    places.states.add(state);
    places.american = true;
  }

  private static void stated(Places places, WallClock clock) {
    places.clues.add(Clue.ofZone(clock.zone().getId()).orElseThrow());
    places.clocks.add(clock);
    places.american |= clock.american();
  }

  private static void add(Places places, String region, Set<WallClock> clocks, Set<String> states) {
    var zones = new HashSet<ZoneId>();
    clocks.forEach(clock -> zones.add(clock.zone()));
    places.clues.add(new Clue(Clue.Source.PHONE, region, zones, states));
    places.clocks.addAll(clocks);
    places.states.addAll(states);
    places.american |= region.equals("US");
  }

  private static <T> T any(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
