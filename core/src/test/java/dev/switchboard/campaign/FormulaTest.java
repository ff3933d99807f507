package dev.switchboard.campaign;

import static dev.switchboard.campaign.Strategy.Outlook.EXCEEDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import dev.switchboard.campaign.Shortfall.Enough;
import dev.switchboard.campaign.Shortfall.OfBids;
import dev.switchboard.campaign.Strategy.Method;
import dev.switchboard.campaign.Strategy.NoCapacity;
import dev.switchboard.campaign.Strategy.Proposal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The printed formula, and where the source's own examples differ from it (CAM-07 to CAM-15).
class FormulaTest {

  private static final Headcount KITCHEN = new Headcount(8, 12, 50);
  private static final Headcount BATHROOM = new Headcount(2, 8, 20);
  private static final Formula FORMULA = new Formula(Defaults.RATES, Tier.ALL);

  @Test
  void kitchen_in_six_hours_takes_five_of_tier_1() {
    same("5/0/0", "4.5", 0.91854, FORMULA.allocate(4, BigDecimal.ONE, KITCHEN));
  }

  @Test
  void kitchen_with_the_multiplier_of_an_emergency_takes_seven() {
    var proposal = (Proposal) Planner.DEFAULT.formula(new Need(4, 6), KITCHEN);

    same("7/0/0", "6.3", 0.997272, proposal);
    assertEquals(EXCEEDS, proposal.outlook());
  }

  @Test
  void bathroom_in_two_weeks_takes_two_and_five() {
    same("2/5/0", "4.3", 0.75, FORMULA.allocate(4, BigDecimal.ONE, BATHROOM));
  }

  @Test
  void bathroom_with_the_multiplier_of_standard_takes_two_and_six() {
    same(
        "2/6/0", "4.8", 0.84296875, (Proposal) Planner.DEFAULT.formula(new Need(4, 336), BATHROOM));
  }

  /// The source says 3/5/0, expects 4.4 and claims 100 % (CAM-14, CAM-C1 to CAM-C3).
  @Test
  void deviates_from_the_kitchen_of_the_source() {
    var theirs = new Headcount(3, 5, 0);

    assertEquals(0, new BigDecimal("5.2").compareTo(Defaults.RATES.expected(theirs)));
    assertEquals(0.91734375, FORMULA.confidence(4, theirs).value(), 1e-12);
    assertEquals("91.7 %", FORMULA.confidence(4, theirs).shown());
  }

  /// The source says 2/4/3, expects 4.1 and claims 95 % (CAM-15, CAM-C4).
  @Test
  void deviates_from_the_bathroom_of_the_source() {
    var theirs = new Headcount(2, 4, 3);

    assertEquals(0, new BigDecimal("4.79").compareTo(Defaults.RATES.expected(theirs)));
    assertEquals(0.83010955, FORMULA.confidence(4, theirs).value(), 1e-8);
  }

  /// "5/10/15" is a mnemonic: about five bids from each (CAM-03, CAM-60, CAM-C7).
  @Test
  void five_ten_or_fifteen_invitations_bring_about_five_bids() {
    expects("4.5", new Headcount(5, 0, 0));
    expects("5.0", new Headcount(0, 10, 0));
    expects("4.95", new Headcount(0, 0, 15));
  }

  @Test
  void decimals_are_exact_where_doubles_ask_for_one_more() {
    var proposal = FORMULA.allocate(3, new BigDecimal("1.1"), new Headcount(2, 9, 9));

    assertEquals(new Headcount(2, 3, 0), proposal.invited());
  }

  @Test
  void exhausted_tiers_tell_what_is_missing_and_what_would_be_enough() {
    var proposal = FORMULA.allocate(4, BigDecimal.ONE, new Headcount(1, 1, 1));

    assertEquals(
        Optional.of(
            new OfBids(
                new BigDecimal("2.27"),
                List.of(
                    new Enough(Tier.INTERNAL, 3),
                    new Enough(Tier.RETURNING, 5),
                    new Enough(Tier.EXTERNAL, 7)))),
        proposal.shortfall());
    assertEquals(
        "2.27 expected bids are missing; 3 more of tier 1 or 5 more of tier 2 or 7 more of tier 3"
            + " would be enough",
        proposal.shortfall().orElseThrow().told());
  }

  @Test
  void nobody_available_is_told_and_an_emergency_does_not_count_tier_3() {
    assertEquals(
        new NoCapacity("nobody of tier 1, 2 is available"),
        Planner.DEFAULT.formula(new Need(4, 6), new Headcount(0, 0, 50)));
  }

  @Test
  void more_bids_never_take_fewer_and_nobody_is_taken_who_is_not_there() {
    Cases.check(
        1_000,
        random -> {
          var available = available(random);
          var multiplier = BigDecimal.valueOf(random.nextInt(10, 16), 1);
          int bids = random.nextInt(1, 100);
          var few = FORMULA.allocate(bids, multiplier, available).invited();
          var more = FORMULA.allocate(bids + 1, multiplier, available).invited();
          assertTrue(few.total() <= more.total());
          for (var tier : Tier.ALL) assertTrue(more.of(tier) <= available.of(tier));
        });
  }

  @Test
  void a_tier_is_touched_only_when_those_before_it_do_not_suffice() {
    Cases.check(
        1_000,
        random -> {
          var available = available(random);
          int bids = random.nextInt(1, 100);
          var invited = FORMULA.allocate(bids, BigDecimal.ONE, available).invited();
          var target = BigDecimal.valueOf(bids);
          var first = Defaults.RATES.expected(new Headcount(invited.internal(), 0, 0));
          var second =
              Defaults.RATES.expected(new Headcount(invited.internal(), invited.returning(), 0));
          if (invited.returning() > 0) assertTrue(first.compareTo(target) < 0);
          if (invited.external() > 0) assertTrue(second.compareTo(target) < 0);
        });
  }

  private static Headcount available(Random random) {
    return new Headcount(random.nextInt(40), random.nextInt(40), random.nextInt(300));
  }

  private static void expects(String bids, Headcount invited) {
    assertEquals(0, new BigDecimal(bids).compareTo(Defaults.RATES.expected(invited)));
  }

  private static void same(String invited, String expected, double confidence, Proposal found) {
    assertEquals(Method.FORMULA, found.method());
    assertEquals(invited, found.invited().toString());
    assertEquals(0, new BigDecimal(expected).compareTo(found.expected()));
    assertEquals(confidence, found.confidence().value(), 1e-12);
    assertEquals(Optional.empty(), found.shortfall());
  }
}
