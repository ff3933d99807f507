package dev.switchboard.campaign;

/// What is believed of invited contractors: how many bid, and how fast.
public record Beliefs(Rates rates, Curves curves) {

  /// Everybody who bids does so at once: what the printed formula and its examples assume.
  public static Beliefs atOnce(Rates rates) {
    return new Beliefs(rates, Curves.AT_ONCE);
  }

  /// The chance of a bid within `hours` of the invitation.
  double chance(Tier tier, int hours) {
    return rates.of(tier) * curves.of(tier).in(hours * 3_600_000L);
  }
}
