package dev.switchboard.campaign;

/// Refuses values that are out of bounds, naming rule and value.
final class Bounds {

  private Bounds() {}

  static <T extends Comparable<T>> void within(String what, T value, T min, T max) {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0)
      throw new IllegalArgumentException("%s is %s to %s: %s".formatted(what, min, max, value));
  }
}
