package dev.switchboard.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.contact.Holiday.Day.Fixed;
import dev.switchboard.contact.Holiday.Day.Nth;
import dev.switchboard.contact.Rules.Hours;
import dev.switchboard.contact.Rules.Quiet;
import dev.switchboard.contact.Rules.Rule;
import dev.switchboard.contact.Rules.Where;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulesTest {

  private static final String SMALL =
      """
      # a remark

      version\t2026-11-21
      rule\tnight\tNobody is woken\tours\t-
      hours\tnight\tTX\tsms,email\tmarketing\tsat-sun\t09:30\t21:00
      hours\tnight\tno-state@America/New_York\tsms\tservice\tmon\tclosed
      holiday\tUS\tLabor Day\tsep mon 1
      holiday\tUS\tIndependence Day\t07-04
      quiet\tsms\tmarketing
      state\tTX\tAmerica/Chicago\tAmerica/Denver
      american\tUS/Central\tCST6CDT
      """;

  @Test
  void every_line_is_read() {
    var expected =
        new Rules(
            LocalDate.of(2026, 11, 21),
            Map.of("night", new Rule("night", "Nobody is woken", "ours", Optional.empty())),
            List.of(
                new Hours(
                    "night",
                    new Where.State("TX"),
                    Set.of(Channel.SMS, Channel.EMAIL),
                    Set.of(Purpose.MARKETING),
                    EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                    9 * 60 + 30,
                    21 * 60),
                new Hours(
                    "night",
                    new Where.NoState(ZoneId.of("America/New_York")),
                    Set.of(Channel.SMS),
                    Set.of(Purpose.SERVICE),
                    EnumSet.of(DayOfWeek.MONDAY),
                    0,
                    0)),
            List.of(
                new Holiday("US", "Labor Day", new Nth(Month.SEPTEMBER, DayOfWeek.MONDAY, 1)),
                new Holiday("US", "Independence Day", new Fixed(MonthDay.of(7, 4)))),
            List.of(new Quiet(Set.of(Channel.SMS), Set.of(Purpose.MARKETING))),
            Map.of("TX", Set.of(ZoneId.of("America/Chicago"), ZoneId.of("America/Denver"))),
            Set.of(ZoneId.of("US/Central"), ZoneId.of("CST6CDT")));
    assertEquals(expected, Rules.parse(SMALL));
  }

  @Test
  void a_line_that_cannot_be_read_is_named() {
    var hours = "hours\tnight\t*\tsms\tmarketing\tmon-sun\t08:00\t21:00\n";
    for (var broken :
        List.of(
            "rule\tnight\tstands twice\tours\t-\n",
            "rule\tshort\n",
            "rule\tdated\tx\tours\tsoon\n",
            "law\tx\n",
            "state\tTX\tAmerica/Chicago\n",
            "state\tCA\n",
            "holiday\tUS\tNever\n",
            "holiday\tUS\tNever\t02-30\n",
            "holiday\tUS\tNever\tsep mon\n",
            "holiday\tUS\tNever\tsep mon first\n",
            "holiday\tUS\tNever\tsept mon 1\n",
            "quiet\tsms\n",
            "quiet\tfax\tmarketing\n",
            "state\tCA\tAmerica/Nowhere\n",
            "american\tUS/Nowhere\n",
            hours.replace("*", "Texas"),
            hours.replace("sms", "fax"),
            hours.replace("marketing", "fun"),
            hours.replace("mon", "monday"),
            hours.replace("sun", "mon").replace("mon-mon", "sun-mon"),
            hours.replace("08:00", "8 am"),
            hours.replace("08:00", "22:00"),
            hours.replace("\t21:00", ""))) {
      var failure =
          assertThrows(IllegalArgumentException.class, () -> Rules.parse(SMALL + broken), broken);
      assertTrue(failure.getMessage().startsWith("line 12: "), failure.getMessage());
    }
  }

  @Test
  void a_version_and_known_rules_are_demanded() {
    assertThrows(IllegalArgumentException.class, () -> Rules.parse(""));
    assertThrows(
        IllegalArgumentException.class, () -> Rules.parse(SMALL.replace("rule\tnight", "rule\tx")));
  }

  @Test
  void the_shipped_rules_know_every_state_and_tell_every_source() {
    var shipped = Rules.shipped();
    var fiftyTheCapitalAndFiveTerritories = 56;

    assertEquals(fiftyTheCapitalAndFiveTerritories, shipped.states().size());
    for (var rule : shipped.rules().values()) {
      assertTrue(rule.text().length() > 20, rule.id());
      assertTrue(!rule.source().isBlank(), rule.id());
    }
    for (var hours : shipped.hours())
      if (hours.where() instanceof Where.State(var code))
        assertTrue(shipped.states().containsKey(code), code);
  }

  @Test
  void no_channel_is_free_at_every_hour_but_mail_to_a_lead() {
    for (var channel : Channel.values())
      for (var purpose : List.of(Purpose.MARKETING, Purpose.COLLECTIONS)) {
        var narrowed =
            Rules.shipped().hours().stream()
                .filter(hours -> hours.where() instanceof Where.Everywhere)
                .anyMatch(hours ->
                    hours.channels().contains(channel) && hours.purposes().contains(purpose));
        assertEquals(channel != Channel.EMAIL || purpose == Purpose.COLLECTIONS, narrowed);
      }
  }
}
