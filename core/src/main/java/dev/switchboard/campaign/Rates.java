package dev.switchboard.campaign;

import java.math.BigDecimal;
import java.util.stream.DoubleStream;

/// The chance that an invited contractor of each tier ever bids.
///
/// @param internal above 0, at most 1
/// @param returning above 0, at most 1
/// @param external above 0, at most 1
public record Rates(double internal, double returning, double external) {

  public Rates {
    DoubleStream.of(internal, returning, external)
        .filter(rate -> !(rate > 0 && rate <= 1))
        .forEach(rate -> {
          throw new IllegalArgumentException("a response rate is above 0, at most 1: " + rate);
        });
  }

  public double of(Tier tier) {
    return switch (tier) {
      case INTERNAL -> internal;
      case RETURNING -> returning;
      case EXTERNAL -> external;
    };
  }

  /// The rate as it is written: 0.9 is nine tenths, not the double next to it.
  BigDecimal exactly(Tier tier) {
    return BigDecimal.valueOf(of(tier));
  }

  /// The bids that so many invitations bring on average: the sum of counts times rates, never
  /// entered by hand (CAM-C2).
  public BigDecimal expected(Headcount invited) {
    var sum = BigDecimal.ZERO;
    for (var tier : Tier.ALL)
      sum = sum.add(exactly(tier).multiply(BigDecimal.valueOf(invited.of(tier))));
    return sum;
  }
}
