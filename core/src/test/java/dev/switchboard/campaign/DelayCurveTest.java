package dev.switchboard.campaign;

import static java.time.Duration.ofHours;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DelayCurveTest {

  private static final int HOUR = 3_600_000;

  /// From tables of the normal distribution to 15 digits.
  @Test
  void the_normal_distribution_agrees_with_its_tables() {
    assertEquals(0.5, Normal.below(0), 1e-15);
    assertEquals(0.841344746068543, Normal.below(1), 1e-14);
    assertEquals(0.158655253931457, Normal.below(-1), 1e-14);
    assertEquals(0.977249868051821, Normal.below(2), 1e-14);
    assertEquals(0.998650101968370, Normal.below(3), 1e-14);
    assertEquals(0.000031671241833, Normal.below(-4), 1e-14);
  }

  @Test
  void between_two_entries_of_the_table_it_is_the_integral_of_the_density() {
    Cases.check(
        300,
        random -> {
          double from = random.nextDouble(-7, 7);
          double to = from + random.nextDouble(0.05);
          assertEquals(simpson(from, to), Normal.below(to) - Normal.below(from), 1e-14);
        });
  }

  @Test
  void half_is_in_at_the_median_and_nothing_before_the_start() {
    var curve = DelayCurve.of(ofHours(12), 1);

    assertEquals(0.5, curve.in(ofHours(12)), 1e-15);
    assertEquals(0, curve.in(Duration.ZERO));
    assertEquals(0, curve.in(ofHours(-1)));
    assertEquals(1, DelayCurve.AT_ONCE.in(1));
    assertEquals(0, DelayCurve.AT_ONCE.in(0));
  }

  @Test
  void half_is_in_at_the_median_of_each_tier() {
    for (var urgency : Urgency.values()) {
      var curves = CampaignSettings.DEFAULT.pace(urgency).curves();
      for (var tier : Tier.ALL) {
        var curve = curves.of(tier);
        assertEquals(0.5, curve.in(curve.median()), 1e-15);
      }
    }
  }

  @Test
  void what_is_in_only_grows() {
    Cases.check(
        1_000,
        random -> {
          var curve = any(random);
          long elapsed = random.nextLong(1, 100L * HOUR);
          long later = elapsed + random.nextLong(HOUR);
          assertTrue(curve.in(elapsed) <= curve.in(later) + 1e-15);
        });
  }

  @Test
  void what_may_still_come_is_what_came_of_those_who_were_silent_so_far() {
    Cases.check(
        12,
        random -> {
          var curve = any(random);
          double rate = random.nextDouble(0.2, 0.95);
          long whole = random.nextLong(HOUR, 20L * HOUR);
          long age = random.nextLong(whole / 4);
          int silent = 0;
          int late = 0;
          for (int person = 0; person < 40_000; person++) {
            double took = took(curve, rate, random);
            if (took <= age) continue;
            silent++;
            if (took <= whole) late++;
          }
          assertEquals((double) late / silent, curve.stillBrings(rate, whole, age), 0.02);
        });
  }

  @Test
  void an_invitation_that_waits_longer_brings_less() {
    Cases.check(
        1_000,
        random -> {
          var curve = any(random);
          double rate = random.nextDouble(0.01, 1);
          long whole = random.nextLong(1, 100L * HOUR);
          long age = random.nextLong(whole);
          var now = curve.stillBrings(rate, whole, age);
          assertTrue(now >= 0 && now <= rate);
          assertTrue(curve.stillBrings(rate, whole, Math.min(whole, age + HOUR)) <= now + 1e-12);
        });
  }

  @Test
  void after_the_deadline_nothing_comes() {
    var curve = DelayCurve.of(ofHours(1), 1);

    assertEquals(0, curve.stillBrings(0.9, HOUR, HOUR));
    assertEquals(0, curve.stillBrings(0.9, 0, 0));
    assertEquals(0, DelayCurve.AT_ONCE.stillBrings(1, 2, 1));
  }

  @Test
  void a_median_and_a_spread_are_above_zero() {
    assertThrows(IllegalArgumentException.class, () -> DelayCurve.of(Duration.ZERO, 1));
    assertThrows(IllegalArgumentException.class, () -> DelayCurve.of(ofHours(1), 0));
  }

  private static double took(DelayCurve curve, double rate, Random random) {
    return random.nextDouble() < rate
        ? Math.exp(curve.logMedian() + curve.spread() * random.nextGaussian())
        : Double.POSITIVE_INFINITY;
  }

  private static DelayCurve any(Random random) {
    return DelayCurve.of(Duration.ofMinutes(random.nextLong(10, 3_000)), random.nextDouble(0.5, 2));
  }

  private static double simpson(double from, double to) {
    int steps = 64;
    double step = (to - from) / steps;
    double sum = density(from) + density(to);
    for (int i = 1; i < steps; i++) sum += (i % 2 == 0 ? 2 : 4) * density(from + i * step);
    return sum * step / 3;
  }

  private static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }
}
