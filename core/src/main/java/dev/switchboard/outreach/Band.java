package dev.switchboard.outreach;

import java.util.Locale;
import java.util.Optional;

/// How leads of a score are treated alike; rates are learned per band.
public enum Band {
  /// Worth a call when an appointment is the goal: 8 to 10 by default.
  HIGH,
  /// Worth a voicemail: 5 to 7 by default.
  MEDIUM,
  /// Worth what text costs.
  LOW,
  /// Without a score; treated as low.
  UNSCORED;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Band of(Optional<LeadScore> score, OutreachSettings.Thresholds thresholds) {
    return score.map(given -> of(given.value(), thresholds)).orElse(UNSCORED);
  }

  private static Band of(int score, OutreachSettings.Thresholds thresholds) {
    if (score >= thresholds.call()) return HIGH;
    return score >= thresholds.voicemail() ? MEDIUM : LOW;
  }
}
