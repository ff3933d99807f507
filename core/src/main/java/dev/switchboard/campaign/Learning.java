package dev.switchboard.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How often invited contractors bid, learned from campaigns that have ended (CAM-83): a Beta
/// distribution for each tier, trade and part of the day, which starts at the source's rate with
/// the weight of [Defaults#PRIOR_INVITATIONS] invitations.
///
/// @param posteriors of the groups that were observed
public record Learning(Rates prior, Map<Group, Posterior> posteriors) {

  /// Invitations that are learned from together.
  public record Group(Tier tier, String trade, HourBand hours) {}

  /// One invitation of an ended campaign.
  ///
  /// @param weight how much of an answer it is: 1 for a bid, a refusal and a bounce, less for a
  ///   silent one
  public record Observation(Group group, boolean bid, double weight) {
    public Observation {
      if (!(weight >= 0 && weight <= 1))
        throw new IllegalArgumentException("an observation weighs 0 to 1: " + weight);
    }

    /// What an invitation tells when its campaign ends at `end`, whatever the end was.
    ///
    /// A silent one counts as a refusal by the chance that its bid, were it to come, would be in:
    /// an open one of a filled campaign is censored, not a failure. With `p` the rate and `F` the
    /// share that is in by its age, F (1 − p) / (1 − p F) makes bids per weight p on average.
    public static Observation of(
        Invitation invitation, Group group, DelayCurve curve, Instant end) {
      return switch (invitation.standing()) {
        case BID -> new Observation(group, true, 1);
        case DECLINED, BOUNCED -> new Observation(group, false, 1);
        case HELD, WITHDRAWN -> new Observation(group, false, 0);
        case OUT, ASKED -> {
          double rate = invitation.rate();
          double in = curve.in(end.toEpochMilli() - invitation.since().toEpochMilli());
          double weight = rate * in == 1 ? 0 : in * (1 - rate) / (1 - rate * in);
          yield new Observation(group, false, weight);
        }
      };
    }
  }

  /// What is believed of one group's rate.
  ///
  /// @param bids the prior's and those observed
  /// @param refusals the prior's and those observed, by weight
  public record Posterior(double bids, double refusals) {

    static Posterior of(double rate) {
      return new Posterior(
          rate * Defaults.PRIOR_INVITATIONS, (1 - rate) * Defaults.PRIOR_INVITATIONS);
    }

    public double mean() {
      return bids / (bids + refusals);
    }

    Posterior and(Observation seen) {
      return seen.bid()
          ? new Posterior(bids + seen.weight(), refusals)
          : new Posterior(bids, refusals + seen.weight());
    }
  }

  public Learning {
    posteriors = Map.copyOf(posteriors);
  }

  public static Learning of(Rates prior, List<Observation> observations) {
    var byGroup = observations.stream().collect(Collectors.groupingBy(Observation::group));
    return new Learning(
        prior,
        byGroup.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    group -> posterior(prior.of(group.getKey().tier()), group.getValue()))));
  }

  /// The chance that a contractor of that group ever bids; the prior's where nothing was seen.
  public double rate(Group group) {
    var learned = posteriors.get(group);
    return learned == null ? prior.of(group.tier()) : learned.mean();
  }

  private static Posterior posterior(double rate, List<Observation> observations) {
    var posterior = Posterior.of(rate);
    for (var seen : observations) posterior = posterior.and(seen);
    return posterior;
  }
}
