package dev.switchboard.outreach;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a smart-send is to achieve.
public enum Goal {
  APPOINTMENT,
  NURTURE,
  ANNOUNCEMENT;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The goal of that wire name; empty if there is none.
  public static Optional<Goal> ofWire(String wire) {
    return Arrays.stream(values()).filter(goal -> goal.wire().equals(wire)).findFirst();
  }
}
