package dev.switchboard.campaign;

import java.util.Locale;

/// A chance, 0 to 1.
public record Probability(double value) implements Comparable<Probability> {

  public static final Probability NEVER = new Probability(0);
  public static final Probability CERTAIN = new Probability(1);

  /// Sums of products that are equal on paper differ by less.
  static final double TOLERANCE = 1e-12;

  private static final double LEAST_SHOWN = 0.001;
  private static final double MOST_SHOWN = 0.999;

  public Probability {
    if (!(value >= 0 && value <= 1))
      throw new IllegalArgumentException("a probability is 0 to 1: " + value);
  }

  /// Of a sum that rounding may have carried a little above 1.
  static Probability rounded(double sum) {
    return new Probability(Math.min(sum, 1));
  }

  /// Whether this is at least `wanted`, up to what rounding takes.
  public boolean reaches(Probability wanted) {
    return value >= wanted.value - TOLERANCE;
  }

  /// As people see it: `91.9 %`, never less than `0.1 %` nor more than `99.9 %`, as a forecast that
  /// claims certainty is wrong (CAM-C3).
  public String shown() {
    var clipped = Math.clamp(value, LEAST_SHOWN, MOST_SHOWN);
    return String.format(Locale.ROOT, "%.1f %%", Math.rint(clipped * 1e3) / 10);
  }

  @Override
  public int compareTo(Probability other) {
    return Double.compare(value, other.value);
  }
}
