package dev.switchboard.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Clue;
import dev.switchboard.contact.Verdict;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimingTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
  private static final Instant EIGHT_IN_NEW_YORK = Instant.parse("2026-11-18T13:00:00Z");

  @Test
  void a_call_waits_for_nine_in_every_zone() {
    assertEquals(
        Optional.of(Instant.parse("2026-11-18T17:00:00Z")),
        due(Channel.VOICE_CALL, false, Optional.empty(), NEW_YORK, LOS_ANGELES));
  }

  @Test
  void an_urgent_one_and_text_do_not_wait() {
    assertEquals(
        Optional.empty(), due(Channel.VOICE_CALL, true, Optional.empty(), NEW_YORK, LOS_ANGELES));
    assertEquals(
        Optional.empty(), due(Channel.SMS, false, Optional.empty(), NEW_YORK, LOS_ANGELES));
  }

  @Test
  void the_gates_hour_holds_for_urgent_ones_too() {
    var until = EIGHT_IN_NEW_YORK.plusSeconds(60);
    var hold = Optional.of(new Verdict.Hold(until, "hours-state", "Sunday"));

    assertEquals(Optional.of(until), due(Channel.VOICE_CALL, true, hold, NEW_YORK));
  }

  @Test
  void hours_are_found_in_all_zones_or_not_waited_for() {
    var hours = new PreferredHours(LocalTime.of(9, 0), LocalTime.of(18, 0));
    var known = List.of("America/New_York", "Pacific/Guam", "America/Phoenix", "Asia/Kolkata");
    Cases.check(
        2_000,
        random -> {
          var at = EIGHT_IN_NEW_YORK.plusSeconds(random.nextInt(10_000_000));
          var zones =
              Set.of(
                  ZoneId.of(known.get(random.nextInt(2))),
                  ZoneId.of(known.get(2 + random.nextInt(2))));
          var next = hours.next(at, zones);
          var suits =
              zones.stream()
                  .map(zone -> next.atZone(zone).toLocalTime())
                  .allMatch(time -> !time.isBefore(hours.from()) && time.isBefore(hours.to()));
          assertTrue(suits || next.equals(at));
          assertTrue(!next.isBefore(at));
        });
  }

  private static Optional<Instant> due(
      Channel channel, boolean urgent, Optional<Verdict.Hold> hold, ZoneId... zones) {
    var clue = new Clue(Clue.Source.PHONE, "US", Set.of(zones), Set.of());
    var plain = Leads.lead("a", "+12125550101", "", 9);
    var lead =
        new Lead(
            plain.id(),
            plain.name(),
            plain.phone(),
            plain.email(),
            plain.score(),
            plain.traits(),
            List.of(),
            List.of(clue),
            List.of());
    return new Timing(Defaults.VOICE_HOURS, urgent, EIGHT_IN_NEW_YORK)
        .due(lead, channel, hold)
        .map(Route.Due::at);
  }
}
