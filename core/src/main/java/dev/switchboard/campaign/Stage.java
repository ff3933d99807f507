package dev.switchboard.campaign;

import java.util.Locale;

/// The check-ins of a campaign, in their order; what each may do.
public enum Stage {
  /// Warns when nobody has answered at all; invites nobody (CAM-18, CAM-C23).
  WARNING(0),
  /// Behind: invites more of tiers 1 and 2 (CAM-19).
  ESCALATION(1),
  /// Far behind: invites tier 3 as well (CAM-20, in an emergency CAM-C14).
  EMERGENCY(2),
  /// Invites the reserve and reminds those who were silent (CAM-21, CAM-C15).
  FINAL_PUSH(3);

  private final int place;

  Stage(int place) {
    this.place = place;
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Its place in the list of check-ins, from 0.
  int place() {
    return place;
  }

  /// Whether it may invite anybody.
  boolean invites() {
    return this != WARNING;
  }
}
