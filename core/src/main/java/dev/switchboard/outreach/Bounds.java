package dev.switchboard.outreach;

import dev.switchboard.price.Usd;
import java.util.Optional;

/// Refuses values of settings that are out of bounds, naming rule and value.
///
/// Apart from [OutreachSettings] so that its parts can be made before it is.
final class Bounds {

  private Bounds() {}

  static void length(String what, Optional<String> text, int max) {
    text.ifPresent(value -> {
      if (value.isBlank() || value.length() > max)
        throw new IllegalArgumentException(
            "%s has 1 to %d characters: %s".formatted(what, max, value));
    });
  }

  static <T extends Comparable<T>> void within(String what, T value, T min, T max) {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0)
      throw new IllegalArgumentException("%s is %s to %s: %s".formatted(what, min, max, value));
  }

  static void notNegative(String what, Usd amount) {
    if (amount.compareTo(Usd.ZERO) < 0)
      throw new IllegalArgumentException("%s is at least $0.00: %s".formatted(what, amount));
  }
}
