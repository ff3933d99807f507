package dev.switchboard.campaign;

import java.time.Duration;

/// How long bids take: which share of those that will ever come is in after a time.
///
/// The logarithm of the time is normally distributed, as times of people at work are: half are in
/// at the median, and some take many times that.
///
/// @param logMedian natural logarithm of the median in milliseconds
/// @param spread standard deviation of the logarithm, above 0
public record DelayCurve(double logMedian, double spread) {

  /// Everything is in at once: what the printed formula assumes.
  public static final DelayCurve AT_ONCE = new DelayCurve(Double.NEGATIVE_INFINITY, 1);

  public DelayCurve {
    if (!(spread > 0)) throw new IllegalArgumentException("a spread is above 0: " + spread);
  }

  /// @param median above 0
  public static DelayCurve of(Duration median, double spread) {
    if (!median.isPositive()) throw new IllegalArgumentException("a median is above 0: " + median);
    return new DelayCurve(Math.log((double) median.toMillis()), spread);
  }

  /// After which half of the bids are in.
  public Duration median() {
    return Duration.ofMillis(Math.round(Math.exp(logMedian)));
  }

  /// The share of the bids that are in after `elapsed`, 0 to 1.
  public double in(Duration elapsed) {
    return in(elapsed.toMillis());
  }

  /// @param millis elapsed; nothing is in before 0
  double in(long millis) {
    return millis <= 0 ? 0 : Normal.below((Math.log((double) millis) - logMedian) / spread);
  }

  /// What a silent invitation may still bring (the requirement's q): the chance of a bid before the
  /// deadline, given that none came yet.
  ///
  /// @param rate chance that a bid ever comes, 0 to 1
  /// @param whole milliseconds from the moment the invitation was accepted to the deadline
  /// @param age milliseconds from then until now; 0 or less: not out yet
  double stillBrings(double rate, long whole, long age) {
    double late = rate * in(whole);
    if (age <= 0) return late;
    double soFar = rate * in(age);
    return soFar >= late ? 0 : (late - soFar) / (1 - soFar);
  }
}
