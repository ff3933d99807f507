package dev.switchboard.campaign;

import java.util.Locale;

/// How much time a campaign has; fixed when it is created.
public enum Urgency {
  EMERGENCY,
  URGENT,
  STANDARD,
  FLEXIBLE;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
