package dev.switchboard.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import dev.switchboard.campaign.Planner.Wish;
import dev.switchboard.campaign.Strategy.NoCapacity;
import dev.switchboard.campaign.Strategy.Proposal;
import dev.switchboard.price.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The planner that seeks a confidence (CAM-C4, and the first of "ahead of the field").
class PlannerTest {

  private static final Headcount KITCHEN = new Headcount(8, 12, 50);
  private static final Headcount BATHROOM = new Headcount(2, 8, 20);
  private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

  @Test
  void fewest_invitations_when_everybody_answers_in_time() {
    atOnce("5/0/0", 0.91854, 0.90, KITCHEN);
    atOnce("6/0/0", 0.98415, 0.95, KITCHEN);
    atOnce("2/7/0", 0.90359375, 0.90, BATHROOM);
    atOnce("2/8/1", 0.957446875, 0.95, BATHROOM);
  }

  @Test
  void a_chance_that_equals_the_wanted_one_up_to_rounding_is_enough() {
    var wish = new Wish(new Need(1, 6), new Probability(0.99), Optional.empty());
    var proposal =
        (Proposal) Planner.DEFAULT.plan(wish, KITCHEN, Tier.ALL, Beliefs.atOnce(Defaults.RATES));

    assertEquals(new Headcount(2, 0, 0), proposal.invited());
  }

  @Test
  void who_answers_late_is_counted_for_what_comes_in_time() {
    var six = (Proposal) Planner.DEFAULT.plan(Wish.of(new Need(4, 6)), KITCHEN);
    var one = (Proposal) Planner.DEFAULT.plan(Wish.of(new Need(4, 1)), KITCHEN);

    assertEquals("6/0/0", six.invited().toString());
    assertEquals("8/11/0", one.invited().toString());
  }

  @Test
  void an_emergency_leaves_tier_3_out_and_says_what_would_be_enough() {
    var proposal =
        (Proposal) Planner.DEFAULT.plan(Wish.of(new Need(4, 6)), new Headcount(2, 2, 50));

    assertEquals(0, proposal.invited().external());
    var shortfall = proposal.shortfall().orElseThrow();
    assertEquals(
        "confidence unreachable: at most 15.8 %; 3 more of tier 1 or 6 more of tier 2 would be"
            + " enough",
        shortfall.told());
  }

  @Test
  void nobody_available_is_told() {
    assertEquals(
        new NoCapacity("nobody of tier 1, 2, 3 is available"),
        Planner.DEFAULT.plan(Wish.of(new Need(4, 168)), Headcount.NONE));
  }

  @Test
  void it_is_the_smallest_prefix_of_all_there_are() {
    Cases.check(
        400,
        random -> {
          var available = small(random);
          var beliefs = beliefs(random);
          var need = new Need(random.nextInt(1, 6), random.nextInt(1, 48));
          var wanted = new Probability(random.nextDouble(0.3, 0.999));
          var wish = new Wish(need, wanted, Optional.empty());
          if (available.total() == 0) return;
          var found = (Proposal) Planner.DEFAULT.plan(wish, available, Tier.ALL, beliefs);
          assertEquals(brute(wish, available, beliefs), found.invited().total());
          assertEquals(
              outcomes(first(available, found.invited().total()), need, beliefs),
              found.confidence().value(),
              1e-12);
        });
  }

  @Test
  void what_would_be_enough_is_enough_and_one_fewer_is_not() {
    Cases.check(
        200,
        random -> {
          var beliefs = beliefs(random);
          var wish = Wish.of(new Need(random.nextInt(3, 8), random.nextInt(6, 48)));
          var available = new Headcount(random.nextInt(1, 3), random.nextInt(3), random.nextInt(3));
          var found = (Proposal) Planner.DEFAULT.plan(wish, available, Tier.ALL, beliefs);
          if (found.shortfall().isEmpty()) return;
          for (var enough : found.shortfall().get().enough()) {
            assertTrue(suffices(wish, available.plus(enough.tier(), enough.more()), beliefs));
            assertTrue(!suffices(wish, available.plus(enough.tier(), enough.more() - 1), beliefs));
          }
        });
  }

  @Test
  void more_bids_and_more_confidence_never_take_fewer() {
    Cases.check(
        500,
        random -> {
          var available = new Headcount(100, 200, 300);
          var hours = random.nextInt(1, 400);
          int bids = random.nextInt(1, 60);
          var wanted = new Probability(random.nextDouble(0.5, 0.98));
          int few = total(new Wish(new Need(bids, hours), wanted, Optional.empty()), available);
          var surer = new Probability(wanted.value() + 0.01);
          assertTrue(
              few
                  <= total(
                      new Wish(new Need(bids + 1, hours), wanted, Optional.empty()), available));
          assertTrue(
              few <= total(new Wish(new Need(bids, hours), surer, Optional.empty()), available));
        });
  }

  @Test
  void tiers_are_used_up_in_their_order_and_never_beyond_what_is_there() {
    Cases.check(
        500,
        random -> {
          var available = new Headcount(random.nextInt(9), random.nextInt(9), random.nextInt(9));
          var wish = Wish.of(new Need(random.nextInt(1, 12), random.nextInt(25, 400)));
          if (!(Planner.DEFAULT.plan(wish, available) instanceof Proposal found)) return;
          var invited = found.invited();
          for (var tier : Tier.ALL) assertTrue(invited.of(tier) <= available.of(tier));
          if (invited.returning() > 0) assertEquals(available.internal(), invited.internal());
          if (invited.external() > 0) assertEquals(available.returning(), invited.returning());
        });
  }

  @Test
  void a_budget_caps_the_invitations_and_what_it_cut_is_told() {
    var budget = new Budget(Usd.of("0.50"), Usd.of("0.12"));
    var wish = new Wish(new Need(4, 6), Defaults.WANTED, Optional.of(budget));
    var proposal = (Proposal) Planner.DEFAULT.plan(wish, KITCHEN);

    assertEquals("4/0/0", proposal.invited().toString());
    assertEquals(2, proposal.cut());
  }

  @Test
  void named_candidates_are_taken_by_tier_and_rank_and_only_if_they_can_be_reached() {
    var timeline = Timeline.wallClock(START, 6);
    var late = Contractors.candidate(1, Tier.INTERNAL, START.plus(Duration.ofHours(6)));
    var second = Contractors.candidate(2, Tier.RETURNING, START);
    var first = Contractors.candidate(3, Tier.INTERNAL, START);
    var external = Contractors.candidate(4, Tier.EXTERNAL, START);
    var wish = new Wish(new Need(1, 6), new Probability(0.93), Optional.empty());
    var selection = Planner.DEFAULT.plan(wish, List.of(late, second, external, first), timeline);

    assertEquals(List.of(first, second), selection.invited());
  }

  @Test
  void named_candidates_who_are_alike_are_as_many_as_counted_ones() {
    Cases.check(
        200,
        random -> {
          var available = small(random);
          var wish = Wish.of(new Need(random.nextInt(1, 6), random.nextInt(1, 400)));
          var named = new ArrayList<Candidate>();
          for (var tier : Tier.ALL)
            for (int i = 0; i < available.of(tier); i++)
              named.add(Contractors.candidate(named.size(), tier, START));
          var timeline = Timeline.wallClock(START, wish.need().hours());
          assertEquals(
              Planner.DEFAULT.plan(wish, available),
              Planner.DEFAULT.plan(wish, named, timeline).strategy());
        });
  }

  private static void atOnce(
      String invited, double confidence, double wanted, Headcount available) {
    var wish = new Wish(new Need(4, 336), new Probability(wanted), Optional.empty());
    var beliefs = Beliefs.atOnce(Defaults.RATES);
    var found = (Proposal) Planner.DEFAULT.plan(wish, available, Tier.ALL, beliefs);
    assertEquals(invited, found.invited().toString());
    assertEquals(confidence, found.confidence().value(), 1e-12);
  }

  private static int total(Wish wish, Headcount available) {
    return ((Proposal) Planner.DEFAULT.plan(wish, available)).invited().total();
  }

  private static boolean suffices(Wish wish, Headcount available, Beliefs beliefs) {
    var found = (Proposal) Planner.DEFAULT.plan(wish, available, Tier.ALL, beliefs);
    return found.shortfall().isEmpty();
  }

  /// Tries every number, each by going through all outcomes.
  private static int brute(Wish wish, Headcount available, Beliefs beliefs) {
    double best = outcomes(first(available, available.total()), wish.need(), beliefs);
    if (best <= 0.02) return available.total();
    double wanted = best >= wish.wanted().value() - 1e-12 ? wish.wanted().value() : best - 0.02;
    for (int people = 0; ; people++)
      if (outcomes(first(available, people), wish.need(), beliefs) >= wanted - 1e-12) return people;
  }

  private static List<Tier> first(Headcount available, int people) {
    var tiers = new ArrayList<Tier>();
    for (var tier : Tier.ALL)
      for (int i = 0; i < available.of(tier) && tiers.size() < people; i++) tiers.add(tier);
    return tiers;
  }

  /// The chance of enough bids, summed over every outcome there is.
  private static double outcomes(List<Tier> people, Need need, Beliefs beliefs) {
    double sum = 0;
    for (int outcome = 0; outcome < 1 << people.size(); outcome++) {
      if (Integer.bitCount(outcome) < need.bids()) continue;
      double chance = 1;
      for (int i = 0; i < people.size(); i++) {
        double bid = beliefs.chance(people.get(i), need.hours());
        chance *= (outcome >> i & 1) == 1 ? bid : 1 - bid;
      }
      sum += chance;
    }
    return sum;
  }

  private static Headcount small(Random random) {
    return new Headcount(random.nextInt(5), random.nextInt(4), random.nextInt(4));
  }

  private static Beliefs beliefs(Random random) {
    var rates =
        new Rates(random.nextDouble(0.1, 1), random.nextDouble(0.1, 1), random.nextDouble(0.1, 1));
    var urgency = List.of(Urgency.values()).get(random.nextInt(4));
    return new Beliefs(rates, CampaignSettings.DEFAULT.pace(urgency).curves());
  }
}
