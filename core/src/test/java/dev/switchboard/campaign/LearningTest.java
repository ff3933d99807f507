package dev.switchboard.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchboard.campaign.Learning.Group;
import dev.switchboard.campaign.Learning.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// CAM-83 and the fourth of "ahead of the field".
class LearningTest {

  private static final Group PLUMBERS = new Group(Tier.INTERNAL, "plumbing", HourBand.MORNING);
  private static final DelayCurve CURVE = DelayCurve.of(Duration.ofHours(12), 1);
  private static final Instant START = Running.START;

  @Test
  void without_observations_the_rate_is_the_sources() {
    assertEquals(0.9, Learning.of(Defaults.RATES, List.of()).rate(PLUMBERS));
  }

  @Test
  void twenty_observations_weigh_as_much_as_the_source() {
    var silent = Collections.nCopies(20, new Observation(PLUMBERS, false, 1));

    assertEquals(0.45, Learning.of(Defaults.RATES, silent).rate(PLUMBERS), 1e-12);
  }

  @Test
  void groups_are_learned_apart() {
    var evening = new Group(Tier.INTERNAL, "plumbing", HourBand.EVENING);
    var learned = Learning.of(Defaults.RATES, List.of(new Observation(evening, false, 1)));

    assertEquals(0.9, learned.rate(PLUMBERS));
    assertEquals(18.0 / 21, learned.rate(evening), 1e-12);
  }

  @Test
  void bids_refusals_and_bounces_are_whole_answers_and_what_never_left_is_none() {
    assertEquals(new Observation(PLUMBERS, true, 1), seen(Standing.BID, 1));
    assertEquals(new Observation(PLUMBERS, false, 1), seen(Standing.DECLINED, 1));
    assertEquals(new Observation(PLUMBERS, false, 1), seen(Standing.BOUNCED, 1));
    assertEquals(new Observation(PLUMBERS, false, 0), seen(Standing.WITHDRAWN, 1));
    assertEquals(new Observation(PLUMBERS, false, 0), seen(Standing.HELD, 1));
  }

  @Test
  void an_open_invitation_is_a_refusal_only_as_far_as_its_bid_would_be_in() {
    assertEquals(0, seen(Standing.OUT, 0).weight());
    assertEquals(0.5 * 0.1 / 0.55, seen(Standing.OUT, 12).weight(), 1e-12);
    assertEquals(1, seen(Standing.ASKED, 100_000).weight(), 1e-3);
  }

  @Test
  void campaigns_that_fill_early_do_not_bend_the_rate() {
    var random = new Random(7);
    var observations = new ArrayList<Observation>();
    for (int i = 0; i < 40_000; i++) {
      double hours = random.nextDouble(30);
      double took =
          random.nextDouble() < 0.9
              ? Math.exp(CURVE.logMedian() + random.nextGaussian()) / 3_600_000
              : Double.POSITIVE_INFINITY;
      observations.add(seen(took <= hours ? Standing.BID : Standing.OUT, hours));
    }

    assertEquals(0.9, Learning.of(Defaults.RATES, observations).rate(PLUMBERS), 0.01);
  }

  @Test
  void the_day_has_four_parts() {
    assertEquals(HourBand.NIGHT, HourBand.of(LocalTime.of(5, 59)));
    assertEquals(HourBand.MORNING, HourBand.of(LocalTime.of(6, 0)));
    assertEquals(HourBand.AFTERNOON, HourBand.of(LocalTime.NOON));
    assertEquals(HourBand.EVENING, HourBand.of(LocalTime.of(23, 59)));
  }

  @Test
  void an_observation_weighs_at_most_one_answer() {
    assertThrows(IllegalArgumentException.class, () -> new Observation(PLUMBERS, false, 1.1));
  }

  /// An invitation that old when its campaign ended.
  private static Observation seen(Standing standing, double hours) {
    var invitation = new Invitation(Contractors.id(1), Tier.INTERNAL, 0.9, START, standing, false);
    var end = START.plus(Duration.ofMillis(Math.round(hours * 3_600_000)));
    return Observation.of(invitation, PLUMBERS, CURVE, end);
  }
}
