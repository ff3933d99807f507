package dev.switchboard.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.send.PurposeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkloadTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final CampaignSettings.Fatigue FATIGUE = CampaignSettings.DEFAULT.fatigue();

  @Test
  void a_place_is_taken_once_for_each_campaign() {
    var once = Workload.NONE.reserved(campaign(1), NOW);

    assertSame(once, once.reserved(campaign(1), NOW.plusSeconds(1)));
    assertEquals(Map.of(campaign(1), NOW), once.open());
    assertEquals(List.of(NOW), once.invited());
  }

  @Test
  void capacity_and_weekly_cap_both_count() {
    var two = Workload.NONE.reserved(campaign(1), NOW).reserved(campaign(2), NOW);

    assertFalse(two.free(2, FATIGUE, NOW));
    assertTrue(two.free(3, FATIGUE, NOW));
    var three = two.reserved(campaign(3), NOW);
    assertFalse(three.free(100, FATIGUE, NOW.plus(Duration.ofDays(7)).minusMillis(1)));
    assertTrue(three.free(100, FATIGUE, NOW.plus(Duration.ofDays(7))));
  }

  @Test
  void what_comes_of_an_invitation_is_counted_once() {
    var taken = Workload.NONE.reserved(campaign(1), NOW);
    var later = NOW.plusSeconds(60);

    var bid = taken.released(campaign(1), Standing.BID, later);
    assertEquals(new Workload(Map.of(), List.of(NOW), 1, 0, 0, Optional.of(later), 2), bid);
    assertSame(bid, bid.released(campaign(1), Standing.BID, later));
    assertEquals(1, taken.released(campaign(1), Standing.DECLINED, later).declines());
    assertEquals(1, taken.released(campaign(1), Standing.OUT, later).silent());
    assertEquals(0, taken.released(campaign(1), Standing.BOUNCED, later).silent());
  }

  @Test
  void an_invitation_that_never_left_is_none() {
    var taken = Workload.NONE.reserved(campaign(1), NOW);

    assertEquals(List.of(), taken.released(campaign(1), Standing.WITHDRAWN, NOW).invited());
    assertEquals(List.of(), taken.released(campaign(1), Standing.HELD, NOW).invited());
  }

  @Test
  void invitations_are_kept_for_28_days() {
    var old = Workload.NONE.reserved(campaign(1), NOW.minus(Duration.ofDays(28)));

    assertEquals(List.of(NOW), old.reserved(campaign(2), NOW).invited());
  }

  private static PurposeId campaign(int number) {
    return new PurposeId("campaign-%07d".formatted(number));
  }
}
