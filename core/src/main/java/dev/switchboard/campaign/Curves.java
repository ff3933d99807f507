package dev.switchboard.campaign;

import java.time.Duration;

/// The response delay of each tier.
public record Curves(DelayCurve internal, DelayCurve returning, DelayCurve external) {

  /// Everybody answers at once.
  public static final Curves AT_ONCE =
      new Curves(DelayCurve.AT_ONCE, DelayCurve.AT_ONCE, DelayCurve.AT_ONCE);

  /// Of these medians, tier 1 first.
  public static Curves of(Duration internal, Duration returning, Duration external, double spread) {
    return new Curves(
        DelayCurve.of(internal, spread),
        DelayCurve.of(returning, spread),
        DelayCurve.of(external, spread));
  }

  public DelayCurve of(Tier tier) {
    return switch (tier) {
      case INTERNAL -> internal;
      case RETURNING -> returning;
      case EXTERNAL -> external;
    };
  }
}
