package dev.switchboard.functions.outreach;

import dev.switchboard.price.PriceRange;
import dev.switchboard.price.Usd;
import java.math.BigDecimal;

/// Dollars as our API writes them: numbers, without zeros that say nothing.
final class Amounts {

  private Amounts() {}

  static BigDecimal of(Usd amount) {
    var plain = amount.dollars().stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  static Cost of(PriceRange first, Usd withFallbacks) {
    return new Cost(of(first.low()), of(first.expected()), of(first.high()), of(withFallbacks));
  }

  /// What the first channel costs, and what is expected with fallbacks.
  record Cost(BigDecimal low, BigDecimal mid, BigDecimal high, BigDecimal withFallbacks) {}
}
