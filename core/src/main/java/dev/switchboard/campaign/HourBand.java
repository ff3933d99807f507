package dev.switchboard.campaign;

import java.time.LocalTime;
import java.util.Locale;

/// The part of the contractor's day in which an invitation arrives: six hours each, few enough that
/// each sees invitations.
public enum HourBand {
  NIGHT,
  MORNING,
  AFTERNOON,
  EVENING;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static HourBand of(LocalTime local) {
    return switch (local.getHour() / 6) {
      case 0 -> NIGHT;
      case 1 -> MORNING;
      case 2 -> AFTERNOON;
      default -> EVENING;
    };
  }
}
