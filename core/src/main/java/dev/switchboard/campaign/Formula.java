package dev.switchboard.campaign;

import dev.switchboard.campaign.Shortfall.Enough;
import dev.switchboard.campaign.Strategy.Method;
import dev.switchboard.campaign.Strategy.Proposal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// The source's printed formula (CAM-10 to CAM-12): as many of tier 1 as bring the bids, then of
/// tier 2 for what remains, then of tier 3.
///
/// In exact decimals: with doubles, 3 bids times 1.1 with two of tier 1 would ask for four of tier
/// 2 where three are exact. Everybody is taken to answer in time.
final class Formula {

  private final Rates rates;
  private final List<Tier> tiers;

  Formula(Rates rates, List<Tier> tiers) {
    this.rates = rates;
    this.tiers = tiers;
  }

  /// @param multiplier of the bids, for the allocation only: expectation and confidence are told
  ///   against the bids themselves (CAM-C6)
  Proposal allocate(int bids, BigDecimal multiplier, Headcount available) {
    var missing = multiplier.multiply(BigDecimal.valueOf(bids));
    var invited = Headcount.NONE;
    for (var tier : tiers) {
      int count = Math.min(available.of(tier), wanted(missing, tier));
      invited = invited.plus(tier, count);
      var brought = rates.exactly(tier).multiply(BigDecimal.valueOf(count));
      missing = missing.subtract(brought).max(BigDecimal.ZERO);
    }
    return new Proposal(
        Method.FORMULA,
        bids,
        invited,
        rates.expected(invited),
        confidence(bids, invited),
        shortfall(missing),
        0);
  }

  /// The chance of enough bids from so many, all answering in time.
  Probability confidence(int bids, Headcount invited) {
    var count = BidCount.until(bids);
    for (var tier : Tier.ALL) for (int i = 0; i < invited.of(tier); i++) count.add(rates.of(tier));
    return count.reach();
  }

  private int wanted(BigDecimal missing, Tier tier) {
    return missing.divide(rates.exactly(tier), 0, RoundingMode.CEILING).intValueExact();
  }

  private Optional<Shortfall> shortfall(BigDecimal missing) {
    if (missing.signum() == 0) return Optional.empty();
    var enough = tiers.stream().map(tier -> new Enough(tier, wanted(missing, tier))).toList();
    return Optional.of(new Shortfall.OfBids(missing.stripTrailingZeros(), enough));
  }
}
