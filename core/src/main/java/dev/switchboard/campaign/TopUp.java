package dev.switchboard.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The smallest number of further invitations that lifts a forecast to the wanted confidence.
///
/// @param shortfall present when all who may be invited do not suffice
/// @param cut further invitations that the budget did not allow
public record TopUp(List<Addition> additions, Optional<Shortfall> shortfall, int cut) {

  public TopUp {
    additions = List.copyOf(additions);
  }

  /// @param invitable who may be invited
  static TopUp of(
      Campaign campaign, Outlook outlook, Invitable invitable, Beliefs beliefs, Instant now) {
    var pool = invitable.candidates();
    var deadline = campaign.timeline().deadline();
    var chances = Planner.chances(pool, beliefs.curves(), now, deadline);
    long left = deadline.toEpochMilli() - now.toEpochMilli();
    var choice =
        new Prefix.Choice(
            campaign.wanted(),
            most(campaign),
            invitable.tiers(),
            tier -> beliefs.rates().of(tier) * beliefs.curves().of(tier).in(left));
    var prefix = Prefix.smallest(outlook.missing().copy(), chances, choice);
    var additions =
        IntStream.range(0, prefix.length())
            .mapToObj(i -> new Addition(pool.get(i), prefix.with(i), prefix.with(i + 1)))
            .toList();
    return new TopUp(additions, prefix.shortfall(), prefix.cut());
  }

  /// The forecast with all of them.
  Probability raises(Probability before) {
    return additions.isEmpty() ? before : additions.getLast().after();
  }

  private static int most(Campaign campaign) {
    return campaign
        .budget()
        .map(budget -> budget.left(campaign.invitations().size()))
        .orElse(Integer.MAX_VALUE);
  }
}
