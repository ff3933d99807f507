package dev.switchboard.contact;

import static dev.switchboard.contact.Asks.EASTERN;
import static dev.switchboard.contact.Asks.PACIFIC;
import static dev.switchboard.contact.Asks.allowed;
import static dev.switchboard.contact.Asks.at;
import static dev.switchboard.contact.Asks.clue;
import static dev.switchboard.contact.Asks.clued;
import static dev.switchboard.contact.Asks.contact;
import static dev.switchboard.contact.Asks.policy;
import static dev.switchboard.contact.Asks.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import dev.switchboard.contact.Verdict.Allow;
import dev.switchboard.contact.Verdict.Hold;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ClosedDaysTest {

  private static final Rules RULES = Rules.shipped();
  private static final Gate GATE = new Gate(RULES);
  private static final Instant THANKSGIVING = noon("2026-11-26");

  /// As the Office of Personnel Management lists them, and the days themselves beside the observed.
  @Test
  void the_federal_holidays_are_kept_with_the_days_they_are_observed_on() {
    assertEquals(
        "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25", year(2026));
    assertEquals(
        "01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31",
        year(2027));
    assertEquals(
        "01-01 01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-11 11-23 12-25", year(2028));
    assertEquals(
        "01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-11 11-12 11-22 12-25", year(2029));
  }

  private static String year(int year) {
    var first = LocalDate.of(year, 1, 1);
    return first
        .datesUntil(first.plusYears(1))
        .filter(day -> RULES.holidays().stream().anyMatch(holiday -> holiday.on(day)))
        .map(day -> day.toString().substring(5))
        .collect(Collectors.joining(" "));
  }

  @Test
  void a_solicitation_on_a_holiday_is_held_to_the_next_open_day() {
    assertEquals(
        new Hold(
            Instant.parse("2026-11-27T13:00:00Z"),
            "holidays",
            "It is Thanksgiving Day (2026-11-26) in America/New_York;"
                + " marketing waits for a day that is not"),
        GATE.decide(at(allowed(), THANKSGIVING)));
    assertEquals(new Allow(), GATE.decide(at(allowed(), noon("2026-11-27"))));
  }

  @Test
  void mail_service_and_collections_keep_no_holidays() {
    var holiday = at(allowed(), THANKSGIVING);

    assertEquals(new Allow(), GATE.decide(with(holiday, Channel.EMAIL, Purpose.MARKETING)));
    assertEquals(new Allow(), GATE.decide(with(holiday, Channel.SMS, Purpose.SERVICE)));
    assertEquals(new Allow(), GATE.decide(with(holiday, Channel.SMS, Purpose.COLLECTIONS)));
  }

  @Test
  void an_owner_may_work_on_holidays_and_close_days_of_his_own() {
    var own = quiet(false, "2026-11-27", "2026-11-28");

    assertEquals(new Allow(), GATE.decide(at(with(allowed(), own), THANKSGIVING)));
    assertEquals(
        new Hold(
            Instant.parse("2026-11-29T13:00:00Z"),
            "quiet-days",
            "The owner closed 2026-11-27, the day in America/New_York;"
                + " marketing waits for a day that is not"),
        GATE.decide(at(with(allowed(), own), noon("2026-11-27"))));
  }

  @Test
  void holidays_are_those_of_the_country_and_days_those_of_the_contact() {
    var london = ZoneId.of("Europe/London");
    var british = clued(contact(), new Clue(Clue.Source.PHONE, "GB", Set.of(london), Set.of()));
    var late = clued(contact(), clue(PACIFIC, "CA"));

    assertEquals(new Allow(), GATE.decide(with(at(allowed(), THANKSGIVING), british)));
    // Nine in the evening before, in New York: six in California.
    assertEquals(
        new Allow(), GATE.decide(with(at(allowed(), Instant.parse("2026-11-26T02:00:00Z")), late)));
    assertEquals(
        "holidays",
        ((Hold) GATE.decide(with(at(allowed(), Instant.parse("2026-11-27T05:30:00Z")), late)))
            .rule());
  }

  @Test
  void a_long_break_holds_and_never_blocks() {
    var dates = LocalDate.of(2026, 12, 20).datesUntil(LocalDate.of(2027, 1, 10)).toList();
    var texts = dates.stream().map(LocalDate::toString).toArray(String[]::new);
    var alabama = clued(contact(), clue(ZoneId.of("America/Chicago"), "AL"));
    var ask = with(with(allowed(), quiet(true, texts)), alabama);

    // The tenth is a Sunday, on which Alabama wants to be left alone.
    assertEquals(
        Instant.parse("2027-01-11T14:00:00Z"),
        ((Hold) GATE.decide(at(ask, noon("2026-12-20")))).until());
  }

  @Test
  void a_long_break_with_sundays_between_on_which_the_state_allows_nothing_holds() {
    var workdays =
        LocalDate.of(2026, 6, 1)
            .datesUntil(LocalDate.of(2026, 8, 30))
            .filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY)
            .map(LocalDate::toString)
            .toArray(String[]::new);
    var alabama = clued(contact(), clue(ZoneId.of("America/Chicago"), "AL"));
    var ask = with(with(allowed(), quiet(true, workdays)), alabama);

    assertEquals(
        Instant.parse("2026-08-31T13:00:00Z"),
        ((Hold) GATE.decide(at(ask, noon("2026-06-01")))).until());
  }

  @Test
  void an_opening_is_open_and_nothing_before_it_is() {
    Cases.check(
        300,
        random -> {
          var day = LocalDate.of(2026 + random.nextInt(4), 1, 1).plusDays(random.nextInt(365));
          var dates = new HashSet<LocalDate>();
          for (int i = random.nextInt(6); i > 0; i--) dates.add(day.plusDays(random.nextInt(9)));
          var state = List.of("NY", "CA", "TX", "AL", "RI", "HI").get(random.nextInt(6));
          var clues = List.of(clue(EASTERN, "NY"), Clue.ofState(state, RULES).orElseThrow());
          var quiet = new QuietDays(random.nextInt(3) > 0, dates);
          var hours = SendingHours.of(RULES, Channel.SMS, Purpose.MARKETING, clues, quiet);
          var from = day.atTime(random.nextInt(24), 0).atZone(EASTERN).toInstant();

          var opening = hours.opening(from).orElseThrow();

          assertTrue(hours.open(opening));
          for (var at = from; at.isBefore(opening); at = at.plus(15, ChronoUnit.MINUTES))
            assertFalse(hours.open(at), at + " before " + opening);
          var local = opening.atZone(EASTERN).toLocalDate();
          assertFalse(dates.contains(local));
          if (quiet.holidays())
            assertTrue(RULES.holidays().stream().noneMatch(it -> it.on(local)), local.toString());
        });
  }

  @Test
  void more_than_a_hundred_days_of_his_own_are_refused() {
    var dates = LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2026, 4, 12));

    var failure =
        assertThrows(
            IllegalArgumentException.class,
            () -> new QuietDays(true, dates.collect(Collectors.toSet())));
    assertEquals("quiet days are at most 100: 101", failure.getMessage());
  }

  private static Policy quiet(boolean holidays, String... dates) {
    var given = policy(Policy.Mode.ENFORCE);
    return new Policy(
        given.mode(),
        given.attested(),
        given.frequencyCap(),
        given.frequencyWindow(),
        given.coolDown(),
        new QuietDays(
            holidays, List.of(dates).stream().map(LocalDate::parse).collect(Collectors.toSet())),
        given.postalAddress());
  }

  private static Instant noon(String day) {
    return LocalDateTime.parse(day + "T12:00").atZone(EASTERN).toInstant();
  }
}
