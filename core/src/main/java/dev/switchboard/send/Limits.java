package dev.switchboard.send;

import java.util.OptionalInt;

/// How much a provider takes, from all who ask it together.
///
/// @param perSecond messages a second, at least 1; empty: as many as there are
/// @param atOnce messages that are on their way at the same time, at least 1; empty: as many as
///   there are
public record Limits(OptionalInt perSecond, OptionalInt atOnce) {

  public static final Limits NONE = new Limits(OptionalInt.empty(), OptionalInt.empty());

  public Limits {
    if (perSecond.orElse(1) < 1) throw new IllegalArgumentException("per second: " + perSecond);
    if (atOnce.orElse(1) < 1) throw new IllegalArgumentException("at once: " + atOnce);
  }

  public static Limits perSecond(int messages) {
    return new Limits(OptionalInt.of(messages), OptionalInt.empty());
  }

  public static Limits atOnce(int messages) {
    return new Limits(OptionalInt.empty(), OptionalInt.of(messages));
  }
}
