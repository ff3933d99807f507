package dev.switchboard.campaign;

import java.util.Locale;

/// Where a campaign is in its life; each change is an event.
public enum State {
  DRAFT,
  RUNNING,
  PAUSED,
  /// As many bids as needed.
  FILLED,
  /// The deadline passed before.
  EXPIRED,
  CANCELLED,
  FAILED;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean ended() {
    return switch (this) {
      case DRAFT, RUNNING, PAUSED -> false;
      case FILLED, EXPIRED, CANCELLED, FAILED -> true;
    };
  }
}
