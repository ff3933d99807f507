package dev.switchboard.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BidCountTest {

  private static final double RELATIVE = 1e-12;
  private static final double SMALLEST = 1e-300;

  /// Chances are so many of these, so that fractions stay exact without a common divisor.
  private static final int PARTS = 1 << 10;

  @Test
  void every_chance_agrees_with_exact_fractions() {
    Cases.check(
        150,
        random -> {
          var parts = parts(random, random.nextInt(1, 120));
          compare(parts, random.nextInt(1, parts.length + 2));
        });
  }

  @Test
  void three_hundred_people_who_nearly_all_bid_lose_no_digit() {
    var parts = new int[300];
    Arrays.fill(parts, PARTS * 9 / 10);

    for (int needed : new int[] {1, 50, 100, 250, 300}) compare(parts, needed);
  }

  @Test
  void hundreds_who_hardly_ever_bid_lose_no_digit() {
    var parts = new int[500];
    Arrays.fill(parts, 1);

    for (int needed : new int[] {1, 10, 60, 100}) compare(parts, needed);
  }

  @Test
  void one_pass_tells_what_starting_anew_for_each_number_would() {
    Cases.check(
        200,
        random -> {
          var parts = parts(random, 40);
          int needed = random.nextInt(1, 20);
          var pass = BidCount.until(needed);
          for (int people = 1; people <= parts.length; people++) {
            pass.add((double) parts[people - 1] / PARTS);
            assertEquals(
                count(Arrays.copyOf(parts, people), needed).enough(), pass.enough(), 0, "exactly");
          }
        });
  }

  @Test
  void one_more_person_never_lowers_the_chance_and_one_more_bid_never_raises_it() {
    Cases.check(
        500,
        random -> {
          var parts = parts(random, 30);
          int needed = random.nextInt(1, 12);
          var fewer = count(Arrays.copyOf(parts, 29), needed).enough();
          assertTrue(fewer <= count(parts, needed).enough() * (1 + RELATIVE));
          assertTrue(
              count(parts, needed + 1).enough() <= count(parts, needed).enough() * (1 + RELATIVE));
        });
  }

  @Test
  void nothing_needed_is_reached_and_nobody_asked_reaches_nothing() {
    assertEquals(Probability.CERTAIN, BidCount.until(0).reach());
    assertEquals(Probability.CERTAIN, BidCount.until(-3).reach());
    assertEquals(Probability.NEVER, BidCount.until(1).reach());
  }

  @Test
  void who_certainly_bids_counts_as_one_bid() {
    var count = BidCount.until(2);
    count.add(1);
    count.add(1);

    assertEquals(Probability.CERTAIN, count.reach());
    assertEquals(0, count.tooFew());
  }

  private static void compare(int[] parts, int needed) {
    var counted = count(parts, needed);
    var exact = exact(parts);
    var whole = BigInteger.valueOf(PARTS).pow(parts.length);
    var below = BigInteger.ZERO;
    for (int bids = 0; bids < needed; bids++) {
      var ways = bids < exact.length ? exact[bids] : BigInteger.ZERO;
      near(ways, whole, counted.exactly(bids));
      below = below.add(ways);
    }
    near(below, whole, counted.tooFew());
    near(whole.subtract(below), whole, counted.enough());
  }

  private static void near(BigInteger ways, BigInteger whole, double found) {
    var exact = new BigDecimal(ways).divide(new BigDecimal(whole), MathContext.DECIMAL128);
    if (exact.doubleValue() < SMALLEST) {
      assertTrue(found <= SMALLEST * (1 + RELATIVE), () -> "found " + found);
      return;
    }
    var difference = new BigDecimal(found).subtract(exact).abs();
    assertTrue(
        difference.compareTo(exact.multiply(BigDecimal.valueOf(RELATIVE))) <= 0,
        () -> found + " is not " + exact);
  }

  /// In how many of all ways each number of bids comes about.
  private static BigInteger[] exact(int[] parts) {
    var ways = new BigInteger[parts.length + 1];
    Arrays.fill(ways, BigInteger.ZERO);
    ways[0] = BigInteger.ONE;
    for (int part : parts)
      for (int bids = parts.length; bids >= 0; bids--) {
        var silent = ways[bids].multiply(BigInteger.valueOf(PARTS - part));
        ways[bids] =
            bids == 0 ? silent : silent.add(ways[bids - 1].multiply(BigInteger.valueOf(part)));
      }
    return ways;
  }

  private static BidCount count(int[] parts, int needed) {
    var count = BidCount.until(needed);
    for (int part : parts) count.add((double) part / PARTS);
    return count;
  }

  private static int[] parts(Random random, int people) {
    return random.ints(people, 0, PARTS + 1).toArray();
  }
}
