package dev.switchboard.campaign;

import dev.switchboard.campaign.CampaignSettings.Fatigue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Whose turn it is: who was asked least lately comes first, and who was asked often enough is left
/// in peace.
///
/// Within a tier: fewest invitations in 28 days, longest since the last, nearest, and then by id,
/// so that the same question has one answer.
public final class Rotation {

  private Rotation() {}

  /// Those who may be invited, by tier and rank. The caller reserves each one's place when the
  /// invitation is written: between this answer and then another campaign may have taken it.
  public static List<Candidate> ranked(List<Contractor> available, Fatigue fatigue, Instant now) {
    var counted = now.minus(Defaults.ROTATION_WINDOW);
    return available.stream()
        .filter(contractor -> mayBeInvited(contractor, fatigue, now))
        .sorted(
            Comparator.comparing(Contractor::tier)
                .thenComparingLong(contractor -> contractor.invitedSince(counted))
                .thenComparing(Contractor::lastInvited)
                .thenComparingDouble(Contractor::kilometres)
                .thenComparing(contractor -> contractor.id().value()))
        .map(Contractor::candidate)
        .toList();
  }

  /// Whether one more invitation stays within the cap.
  public static boolean mayBeInvited(Contractor contractor, Fatigue fatigue, Instant now) {
    return contractor.invitedSince(now.minus(fatigue.window())) < fatigue.cap();
  }
}
