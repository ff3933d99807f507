package dev.switchboard.campaign;

import dev.switchboard.campaign.Strategy.Method;
import dev.switchboard.campaign.Strategy.NoCapacity;
import dev.switchboard.campaign.Strategy.Proposal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Plans a campaign: whom to invite at its beginning. The same input gives the same plan.
public record Planner(CampaignSettings settings) {

  public static final Planner DEFAULT = new Planner(CampaignSettings.DEFAULT);

  /// What a plan is made for.
  ///
  /// @param wanted confidence
  /// @param budget empty: no limit
  public record Wish(Need need, Probability wanted, Optional<Budget> budget) {
    public static Wish of(Need need) {
      return new Wish(need, Defaults.WANTED, Optional.empty());
    }

    int most() {
      return budget.map(it -> it.left(0)).orElse(Integer.MAX_VALUE);
    }
  }

  /// Whom a plan invites, by name.
  ///
  /// @param invited in their order, as many as the strategy says
  public record Selection(Strategy strategy, List<Candidate> invited) {
    public Selection {
      invited = List.copyOf(invited);
    }
  }

  /// The source's printed formula, with the multiplier of the urgency.
  public Strategy formula(Need need, Headcount available) {
    var pace = settings.pace(settings.urgency(need.hours()));
    if (capped(available, pace.tiers()).total() == 0) return nobody(pace.tiers());
    return new Formula(settings.rates(), pace.tiers())
        .allocate(need.bids(), pace.multiplier(), available);
  }

  /// The smallest number of invitations that reaches the wanted confidence, before anybody is
  /// named: contractors of a tier are alike and all can be reached at once.
  public Strategy plan(Wish wish, Headcount available) {
    var pace = settings.pace(settings.urgency(wish.need().hours()));
    return plan(wish, available, pace.tiers(), new Beliefs(settings.rates(), pace.curves()));
  }

  /// The same with other beliefs, and of these tiers.
  Strategy plan(Wish wish, Headcount available, List<Tier> tiers, Beliefs beliefs) {
    var capped = capped(available, tiers);
    if (capped.total() == 0) return nobody(tiers);
    var chances = new double[capped.total()];
    var of = new Tier[capped.total()];
    int next = 0;
    for (var tier : Tier.ALL) {
      int end = next + capped.of(tier);
      Arrays.fill(of, next, end, tier);
      Arrays.fill(chances, next, end, beliefs.chance(tier, wish.need().hours()));
      next = end;
    }
    var choice =
        new Prefix.Choice(
            wish.wanted(), wish.most(), tiers, tier -> beliefs.chance(tier, wish.need().hours()));
    var prefix = Prefix.smallest(BidCount.until(wish.need().bids()), chances, choice);
    var invited = Headcount.of(Arrays.asList(of).subList(0, prefix.length()));
    return proposal(wish, prefix, invited, expected(chances, prefix.length()));
  }

  /// The smallest number of the ranked candidates that reaches the wanted confidence. Who cannot be
  /// reached before the deadline is left out.
  ///
  /// @param ranked by rank within each tier, see [Rotation]; tiers may be mixed
  public Selection plan(Wish wish, List<Candidate> ranked, Timeline timeline) {
    var pace = settings.pace(settings.urgency(wish.need().hours()));
    var usable = usable(ranked, pace.tiers(), timeline.deadline());
    if (usable.isEmpty()) return new Selection(nobody(pace.tiers()), List.of());
    var start = timeline.start();
    var chances = chances(usable, pace.curves(), start, timeline.deadline());
    var beliefs = new Beliefs(settings.rates(), pace.curves());
    int hours = (int) timeline.length().toHours();
    var choice =
        new Prefix.Choice(
            wish.wanted(), wish.most(), pace.tiers(), tier -> beliefs.chance(tier, hours));
    var prefix = Prefix.smallest(BidCount.until(wish.need().bids()), chances, choice);
    var invited = usable.subList(0, prefix.length());
    var counts = Headcount.of(invited.stream().map(Candidate::tier).toList());
    return new Selection(
        proposal(wish, prefix, counts, expected(chances, prefix.length())), invited);
  }

  /// Those of these tiers who can be reached in time, by tier and then as they are ranked.
  static List<Candidate> usable(List<Candidate> ranked, List<Tier> tiers, Instant deadline) {
    return ranked.stream()
        .filter(candidate -> tiers.contains(candidate.tier()))
        .filter(candidate -> candidate.from().isBefore(deadline))
        .sorted(Comparator.comparing(Candidate::tier))
        .toList();
  }

  /// The chance of each to bring a bid in time when invited now.
  static double[] chances(
      List<Candidate> candidates, Curves curves, Instant now, Instant deadline) {
    var chances = new double[candidates.size()];
    long end = deadline.toEpochMilli();
    for (int i = 0; i < chances.length; i++) {
      var candidate = candidates.get(i);
      var curve = curves.of(candidate.tier());
      chances[i] = candidate.rate() * curve.in(end - candidate.leaves(now).toEpochMilli());
    }
    return chances;
  }

  private static BigDecimal expected(double[] chances, int length) {
    return BigDecimal.valueOf(Arrays.stream(chances, 0, length).sum());
  }

  private static Proposal proposal(
      Wish wish, Prefix prefix, Headcount invited, BigDecimal expected) {
    return new Proposal(
        Method.PLANNED,
        wish.need().bids(),
        invited,
        expected,
        prefix.confidence(),
        prefix.shortfall(),
        prefix.cut());
  }

  private static Headcount capped(Headcount available, List<Tier> tiers) {
    var capped = Headcount.NONE;
    for (var tier : tiers) capped = capped.plus(tier, available.of(tier));
    return capped;
  }

  private static NoCapacity nobody(List<Tier> tiers) {
    return new NoCapacity(
        "nobody of tier %s is available"
            .formatted(String.join(", ", tiers.stream().map(tier -> "" + tier.number()).toList())));
  }
}
