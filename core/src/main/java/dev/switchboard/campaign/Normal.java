package dev.switchboard.campaign;

/// The distribution function of the normal distribution, good to 1e-14 and quick: a check-in asks
/// for it a hundred times.
///
/// A table every 64th, from the series of [DLMF 7.6.2](https://dlmf.nist.gov/7.6.E2), and from the
/// nearest entry five terms of Taylor's series, whose derivatives are Hermite polynomials.
final class Normal {

  /// Beyond this, 0 and 1 are nearer than rounding.
  private static final int END = 8;

  private static final int PER_UNIT = 64;
  private static final double[] DISTRIBUTION = new double[2 * END * PER_UNIT + 1];
  private static final double[] DENSITY = new double[2 * END * PER_UNIT + 1];

  static {
    for (int i = 0; i < DENSITY.length; i++) {
      double x = at(i);
      DENSITY[i] = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
      DISTRIBUTION[i] = 0.5 + Math.copySign(half(Math.abs(x)) * DENSITY[i], x);
    }
  }

  private Normal() {}

  /// The chance that a normal variable is at most `x`.
  static double below(double x) {
    if (x <= -END) return 0;
    if (x >= END) return 1;
    int nearest = (int) ((x + END) * PER_UNIT + 0.5);
    double h = at(nearest);
    double d = x - h;
    double h2 = h * h;
    double taylor =
        1 - d / 2 * (h - d / 3 * (h2 - 1 - d / 4 * (h * (h2 - 3) - d / 5 * fourth(h2))));
    return Math.clamp(DISTRIBUTION[nearest] + DENSITY[nearest] * d * taylor, 0, 1);
  }

  private static double fourth(double h2) {
    return h2 * (h2 - 6) + 3;
  }

  private static double at(int index) {
    return (double) index / PER_UNIT - END;
  }

  /// From 0 to `x`, in units of the density at `x`.
  private static double half(double x) {
    double term = x;
    double sum = 0;
    for (int odd = 3; term > Math.ulp(sum) / 2; odd += 2) {
      sum += term;
      term *= x * x / odd;
    }
    return sum;
  }
}
