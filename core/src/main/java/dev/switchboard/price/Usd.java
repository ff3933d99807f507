package dev.switchboard.price;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An amount of United States dollars, exact to a millionth.
///
/// @param micros millionths of a dollar; may be negative
public record Usd(long micros) implements Comparable<Usd> {

  public static final Usd ZERO = new Usd(0);

  private static final int SCALE = 6;

  /// Reads `0.75`, `12` or `0.0079`.
  ///
  /// @throws ArithmeticException if it has more than six decimals or does not fit
  public static Usd of(String dollars) {
    return of(new BigDecimal(dollars));
  }

  /// @throws ArithmeticException if it has more than six decimals or does not fit
  public static Usd of(BigDecimal dollars) {
    return new Usd(dollars.movePointRight(SCALE).longValueExact());
  }

  public BigDecimal dollars() {
    return BigDecimal.valueOf(micros, SCALE);
  }

  public Usd plus(Usd other) {
    return new Usd(Math.addExact(micros, other.micros));
  }

  public Usd minus(Usd other) {
    return new Usd(Math.subtractExact(micros, other.micros));
  }

  public Usd times(long count) {
    return new Usd(Math.multiplyExact(micros, count));
  }

  @Override
  public int compareTo(Usd other) {
    return Long.compare(micros, other.micros);
  }

  /// `$0.75`; cents always, further decimals only where they are.
  @Override
  public String toString() {
    var plain = dollars().stripTrailingZeros();
    return "$"
        + (plain.scale() < 2 ? plain.setScale(2, RoundingMode.UNNECESSARY) : plain).toPlainString();
  }
}
