package dev.switchboard.campaign.simulation;

import dev.switchboard.campaign.DelayCurve;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// How contractors really behave, beside what is believed of them.
///
/// @param rateFactor true rates are so many times the believed ones, at most 1
/// @param correlation of the answers of two contractors to one campaign, 0 to below 1
/// @param spreadFactor the true spread of response times is so many times the believed one
/// @param refusing share of those who do not bid and say so, 0 to 1; the others are silent
public record World(double rateFactor, double correlation, double spreadFactor, double refusing) {

  /// As believed.
  public static final World BELIEVED = new World(1, 0, 1, 0);

  public World {
    if (!(correlation >= 0 && correlation < 1))
      throw new IllegalArgumentException("a correlation is 0 to below 1: " + correlation);
    if (!(rateFactor > 0 && spreadFactor > 0))
      throw new IllegalArgumentException(
          "factors are above 0: %s, %s".formatted(rateFactor, spreadFactor));
    if (!(refusing >= 0 && refusing <= 1))
      throw new IllegalArgumentException("a share is 0 to 1: " + refusing);
  }

  /// What one contractor does, and after how long.
  sealed interface Behaviour {
    record Bids(Duration after) implements Behaviour {}

    record Refuses(Duration after) implements Behaviour {}

    record Silent() implements Behaviour {}
  }

  /// @param mood of the campaign, 0 to 1: whom it seizes decides by it, and any two are seized
  ///   together with a chance of `correlation`, which then is the correlation of their answers
  Behaviour behaviour(double rate, DelayCurve curve, double mood, RandomGenerator random) {
    boolean seized = random.nextDouble() < Math.sqrt(correlation);
    double own = random.nextDouble();
    double gauss = random.nextGaussian();
    double millis = Math.exp(curve.logMedian() + curve.spread() * spreadFactor * gauss);
    var after = Duration.ofMillis(Math.round(Math.min(millis, 1e12)));
    if ((seized ? mood : own) < rate * rateFactor) return new Behaviour.Bids(after);
    return random.nextDouble() < refusing ? new Behaviour.Refuses(after) : new Behaviour.Silent();
  }
}
