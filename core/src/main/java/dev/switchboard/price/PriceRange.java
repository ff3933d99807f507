package dev.switchboard.price;

/// What something costs: least, expected, most.
///
/// Estimates are told as `expected`; a budget is compared with `high`, so that it holds whatever
/// the bill says.
public record PriceRange(Usd low, Usd expected, Usd high) {

  public static final PriceRange ZERO = new PriceRange(Usd.ZERO, Usd.ZERO, Usd.ZERO);

  public PriceRange {
    if (low.compareTo(expected) > 0 || expected.compareTo(high) > 0)
      throw new IllegalArgumentException(
          "a price range rises from low to high: %s, %s, %s".formatted(low, expected, high));
  }

  /// Reads three amounts as [Usd#of(String)] does.
  public static PriceRange of(String low, String expected, String high) {
    return new PriceRange(Usd.of(low), Usd.of(expected), Usd.of(high));
  }

  public PriceRange plus(PriceRange other) {
    return new PriceRange(
        low.plus(other.low), expected.plus(other.expected), high.plus(other.high));
  }

  /// @param count at least 0
  public PriceRange times(long count) {
    return new PriceRange(low.times(count), expected.times(count), high.times(count));
  }
}
