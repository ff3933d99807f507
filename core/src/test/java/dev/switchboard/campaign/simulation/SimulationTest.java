package dev.switchboard.campaign.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.campaign.DelayCurve;
import dev.switchboard.campaign.Probability;
import dev.switchboard.campaign.simulation.Calibration.Bin;
import dev.switchboard.campaign.simulation.World.Behaviour.Bids;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// CAM-C19.
class SimulationTest {

  private static final DelayCurve CURVE = DelayCurve.of(Duration.ofHours(12), 1);

  @Test
  void the_same_seed_rehearses_the_same() {
    assertEquals(
        Rehearsals.of(Rehearsals.ALL, World.BELIEVED, 20),
        Rehearsals.of(Rehearsals.ALL, World.BELIEVED, 20));
  }

  @Test
  void what_is_believed_comes_true_as_often_as_predicted() {
    var watched = Rehearsals.ALL.stream().map(Scenario::watched).toList();
    var calibration = Calibration.of(Rehearsals.of(watched, World.BELIEVED, 700));

    assertEquals(10, calibration.bins().size());
    assertTrue(calibration.error() < 0.02, calibration::toString);
  }

  @Test
  void who_is_too_hopeful_is_found_out() {
    var watched = Rehearsals.ALL.stream().map(Scenario::watched).toList();
    var fewer = new World(0.8, 0, 1, 0);

    assertTrue(Calibration.of(Rehearsals.of(watched, fewer, 300)).error() > 0.05);
  }

  @Test
  void a_plan_keeps_its_confidence_and_check_ins_add_to_it() {
    for (var scenario : Rehearsals.ALL) {
      var left = Figures.of(Rehearsals.of(scenario.watched(), World.BELIEVED, 400));
      var steered = Figures.of(Rehearsals.of(scenario, World.BELIEVED, 400));
      assertTrue(left.success() > 0.86, left::toString);
      assertTrue(steered.success() >= left.success() - 0.01, steered::toString);
    }
  }

  @Test
  void nobody_is_invited_who_is_not_there() {
    for (var scenario : Rehearsals.ALL)
      for (var run : Rehearsals.of(scenario, new World(0.2, 0.05, 1.5, 1), 100))
        assertTrue(run.invited() <= scenario.available().total());
  }

  @Test
  void answers_are_correlated_as_the_world_says() {
    var world = new World(1, 0.05, 1, 0);
    var random = new Random(3);
    int both = 0;
    int one = 0;
    int pairs = 200_000;
    for (int pair = 0; pair < pairs; pair++) {
      double mood = random.nextDouble();
      boolean first = world.behaviour(0.5, CURVE, mood, random) instanceof Bids;
      boolean second = world.behaviour(0.5, CURVE, mood, random) instanceof Bids;
      if (first) one++;
      if (first && second) both++;
    }
    double rate = (double) one / pairs;

    assertEquals(0.5, rate, 0.01);
    assertEquals(0.05, ((double) both / pairs - rate * rate) / (rate * (1 - rate)), 0.02);
  }

  @Test
  void figures_are_counted_from_the_runs() {
    var filled =
        new Run(6, 4, Optional.of(Duration.ofHours(2)), List.of(look(0.9, 0), look(0.5, 2)));
    var expired = new Run(9, 1, Optional.empty(), List.of(look(0.9, 0), look(0.5, 1)));

    assertEquals(
        new Figures(2, 0.5, 7.5, Optional.of(Duration.ofHours(2)), 0.5, 1, Optional.of(0.5)),
        Figures.of(List.of(filled, expired)));
    assertEquals(
        new Calibration(List.of(new Bin(2, 0.5, 0.5), new Bin(2, 0.9, 0.5))),
        Calibration.of(List.of(filled, expired)));
  }

  @Test
  void a_world_that_cannot_be_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new World(1, 1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new World(0, 0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new World(1, 0, 1, 2));
  }

  /// Two bids expected by now.
  private static Run.Look look(double forecast, int bids) {
    return new Run.Look(new Probability(forecast), 2, bids, forecast < 0.75);
  }
}
