package dev.switchboard.contact;

import static dev.switchboard.contact.Asks.EASTERN;
import static dev.switchboard.contact.Asks.PACIFIC;
import static dev.switchboard.contact.Asks.allowed;
import static dev.switchboard.contact.Asks.at;
import static dev.switchboard.contact.Asks.clue;
import static dev.switchboard.contact.Asks.clued;
import static dev.switchboard.contact.Asks.contact;
import static dev.switchboard.contact.Asks.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.contact.Verdict.Allow;
import dev.switchboard.contact.Verdict.Block;
import dev.switchboard.contact.Verdict.Hold;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendingHoursTest {

  private static final Rules RULES = Rules.shipped();
  private static final Gate GATE = new Gate(RULES);
  private static final ZoneId CENTRAL = ZoneId.of("America/Chicago");

  @Test
  void the_window_begins_at_eight_and_ends_before_nine_in_the_evening() {
    assertEquals("08:00 to 21:00", window("2026-03-04", EASTERN, clue(EASTERN, "NY")));
  }

  @Test
  void a_hold_names_the_next_opening_and_why() {
    assertEquals(
        new Hold(
            Instant.parse("2026-03-05T13:00:00Z"),
            "hours-tcpa",
            "It is 21:00 on a Wednesday in America/New_York;"
                + " marketing is allowed from 08:00 to 21:00 there"),
        decide("2026-03-04T21:00", EASTERN, clue(EASTERN, "NY")));
  }

  @Test
  void an_eastern_number_at_a_pacific_address_is_reached_from_eleven_to_nine_eastern() {
    var address = Clue.ofState("CA", RULES).orElseThrow();
    assertEquals("11:00 to 21:00", window("2026-03-04", EASTERN, clue(EASTERN, "NY"), address));
    assertEquals("zones", rule("2026-03-04T10:59", EASTERN, clue(EASTERN, "NY"), address));
    assertEquals("hours-tcpa", rule("2026-03-04T03:00", EASTERN, clue(EASTERN, "NY"), address));
  }

  @Test
  void the_hours_of_the_states_are_kept() {
    var wednesday = "2026-03-04";
    var saturday = "2026-03-07";
    var sunday = "2026-03-08";
    for (var state : List.of("FL", "MD", "NJ")) {
      assertEquals("08:00 to 20:00", window(wednesday, EASTERN, clue(EASTERN, state)));
      assertEquals("08:00 to 20:00", window(sunday, EASTERN, clue(EASTERN, state)));
    }
    assertEquals("08:00 to 20:00", window(wednesday, CENTRAL, clue(CENTRAL, "OK")));
    assertEquals("08:00 to 20:00", window(saturday, CENTRAL, clue(CENTRAL, "MS")));
    assertEquals("09:00 to 20:00", window(saturday, EASTERN, clue(EASTERN, "CT")));
    assertEquals("09:00 to 21:00", window(saturday, CENTRAL, clue(CENTRAL, "TX")));
    assertEquals("12:00 to 21:00", window(sunday, CENTRAL, clue(CENTRAL, "TX")));
    assertEquals("09:00 to 18:00", window(wednesday, EASTERN, clue(EASTERN, "RI")));
    assertEquals("10:00 to 17:00", window(saturday, EASTERN, clue(EASTERN, "RI")));
    assertEquals("10:00 to 17:00", window(sunday, EASTERN, clue(EASTERN, "RI")));
    for (var state : List.of("AL", "LA", "MS"))
      assertEquals("never", window(sunday, CENTRAL, clue(CENTRAL, state)));
    assertEquals("08:00 to 21:00", window(saturday, CENTRAL, clue(CENTRAL, "AL")));
  }

  @Test
  void a_state_without_sundays_holds_from_saturday_evening_to_monday() {
    assertEquals(
        new Hold(
            Instant.parse("2026-03-09T13:00:00Z"),
            "hours-state",
            "It is 12:00 on a Sunday in America/Chicago;"
                + " marketing is not allowed on a Sunday there"),
        decide("2026-03-08T12:00", CENTRAL, clue(CENTRAL, "AL")));
  }

  @Test
  void the_strictest_state_holds_in_every_zone() {
    var address = Clue.ofState("CA", RULES).orElseThrow();
    assertEquals("12:00 to 20:00", window("2026-03-04", EASTERN, clue(EASTERN, "CT"), address));
  }

  @Test
  void without_a_state_it_is_eleven_to_six_eastern() {
    var number = new Clue(Clue.Source.PHONE, "US", Set.of(), Set.of());
    var stated = Clue.ofZone("America/Los_Angeles").orElseThrow();
    assertEquals("11:00 to 18:00", window("2026-03-04", EASTERN));
    assertEquals("11:00 to 18:00", window("2026-03-04", EASTERN, number));
    assertEquals("11:00 to 18:00", window("2026-03-04", EASTERN, number, stated));
    assertEquals("08:00 to 15:00", window("2026-03-04", PACIFIC, stated));
    assertEquals("hours-state", rule("2026-03-04T18:00", EASTERN, number));
  }

  @Test
  void a_zone_of_the_united_states_is_known_by_any_name_and_a_bare_clock_may_be_theirs() {
    for (var name : List.of("US/Pacific", "PST8PDT", "Etc/GMT+8"))
      assertEquals(
          "08:00 to 15:00", window("2026-03-04", PACIFIC, Clue.ofZone(name).orElseThrow()), name);
    assertEquals(
        "08:00 to 14:00",
        window(
            "2026-03-04",
            ZoneId.of("America/Juneau"),
            Clue.ofZone("America/Juneau").orElseThrow(),
            Clue.ofZone("America/Los_Angeles").orElseThrow()));
    var tokyo = ZoneId.of("Japan");
    assertEquals("08:00 to 21:00", window("2026-03-04", tokyo, Clue.ofZone("Japan").orElseThrow()));
  }

  @Test
  void a_state_across_two_zones_suits_both() {
    var florida = Clue.ofState("FL", RULES).orElseThrow();
    assertEquals(Set.of(EASTERN, CENTRAL), florida.zones());
    assertEquals("09:00 to 20:00", window("2026-03-04", EASTERN, florida));
  }

  @Test
  void a_place_of_which_the_zone_is_known_may_be_in_any_state_that_has_it() {
    assertEquals("09:00 to 18:00", window("2026-03-04", EASTERN, Clue.ofPlace(EASTERN, RULES)));
    assertEquals(
        new Clue(Clue.Source.ADDRESS, "", Set.of(ZoneId.of("Japan")), Set.of()),
        Clue.ofPlace(ZoneId.of("Japan"), RULES));
  }

  @Test
  void a_clue_of_states_alone_stands_for_all_their_zones() {
    var florida = new Clue(Clue.Source.ADDRESS, "US", Set.of(), Set.of("FL"));
    assertEquals("09:00 to 20:00", window("2026-03-04", EASTERN, florida));
  }

  @Test
  void a_clue_that_tells_nothing_may_mean_the_united_states() {
    var nothing = new Clue(Clue.Source.STATED, "", Set.of(), Set.of());
    var unknown = new Clue(Clue.Source.ADDRESS, "US", Set.of(), Set.of("ZZ"));
    assertEquals("11:00 to 18:00", window("2026-03-04", EASTERN, nothing));
    assertEquals("11:00 to 18:00", window("2026-03-04", EASTERN, unknown));
  }

  @Test
  void an_unknown_state_or_zone_is_no_clue() {
    assertEquals(Optional.empty(), Clue.ofState("ZZ", RULES));
    assertEquals(Optional.empty(), Clue.ofZone("UTC+3"));
    assertEquals(Optional.empty(), Clue.ofZone("America/Nowhere"));
  }

  @Test
  void another_country_has_eight_to_nine_by_all_its_clocks() {
    var london = ZoneId.of("Europe/London");
    var british = new Clue(Clue.Source.PHONE, "GB", Set.of(london), Set.of());
    assertEquals("08:00 to 21:00", window("2026-03-04", london, british));
  }

  @Test
  void places_that_no_hour_suits_are_left_to_a_person() {
    var kiritimati = ZoneId.of("Pacific/Kiritimati");
    var far =
        new Clue(
            Clue.Source.PHONE,
            "XX",
            Set.of(kiritimati, ZoneId.of("Asia/Dubai"), EASTERN, PACIFIC),
            Set.of());
    assertEquals(
        new Block(
            "zones",
            "No hour of the coming 8 days suits every place where the contact may be:"
                + " a person has to decide"),
        decide("2026-03-04T12:00", EASTERN, far));
  }

  @Test
  void a_number_of_no_country_is_left_to_a_person() {
    var satellite = new Clue(Clue.Source.PHONE, "001", Set.of(), Set.of());
    assertEquals(
        new Block("zones", "Nobody can tell the time where the contact is: a person has to decide"),
        decide("2026-03-04T12:00", EASTERN, satellite));
  }

  @Test
  void mail_has_no_hours_but_for_collections() {
    var night = at(allowed(), instant("2026-03-04T03:00", EASTERN));
    assertEquals(new Allow(), GATE.decide(with(night, Channel.EMAIL, Purpose.MARKETING)));
    assertEquals(new Allow(), GATE.decide(with(night, Channel.SMS, Purpose.SERVICE)));
    for (var channel : Channel.values())
      assertEquals(
          "hours-regf",
          ((Hold) GATE.decide(with(night, channel, Purpose.COLLECTIONS))).rule(),
          channel.wire());
  }

  @Test
  void collections_keep_the_law_of_the_union_not_the_states() {
    var ask =
        at(with(allowed(), Channel.SMS, Purpose.COLLECTIONS), instant("2026-03-04T20:30", EASTERN));
    assertEquals(new Allow(), GATE.decide(with(ask, clued(contact(), clue(EASTERN, "FL")))));
    assertEquals("hours-regf", ((Hold) GATE.decide(with(ask, clued(contact())))).rule());
  }

  /// The minutes of a day that are open, by asking each: `08:00 to 21:00`.
  private static String window(String day, ZoneId zone, Clue... clues) {
    var hours = SendingHours.of(RULES, Channel.SMS, Purpose.MARKETING, List.of(clues));
    var start = LocalDateTime.parse(day + "T00:00");
    var open =
        IntStream.range(0, 24 * 60)
            .filter(minute -> hours.open(start.plusMinutes(minute).atZone(zone).toInstant()))
            .boxed()
            .toList();
    return open.isEmpty()
        ? "never"
        : start.plusMinutes(open.getFirst()).toLocalTime()
            + " to "
            + start.plusMinutes(open.getLast() + 1).toLocalTime();
  }

  private static Verdict decide(String local, ZoneId zone, Clue... clues) {
    return GATE.decide(at(with(allowed(), clued(contact(), clues)), instant(local, zone)));
  }

  private static String rule(String local, ZoneId zone, Clue... clues) {
    return ((Hold) decide(local, zone, clues)).rule();
  }

  private static Instant instant(String local, ZoneId zone) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }
}
