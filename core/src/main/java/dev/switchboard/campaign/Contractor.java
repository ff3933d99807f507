package dev.switchboard.campaign;

import dev.switchboard.contact.ContactId;
import java.time.Instant;
import java.util.List;

/// A contractor who is available: trade, area, licence, capacity and the outbound gate allow it.
///
/// @param rate chance that he ever bids, above 0, at most 1
/// @param from the first moment at which an invitation can leave
/// @param kilometres to the place of the work, at least 0
/// @param invited when he was invited, over all campaigns; at least those of the last 28 days and
///   the last one
public record Contractor(
    ContactId id, Tier tier, double rate, Instant from, double kilometres, List<Instant> invited) {

  public Contractor {
    invited = List.copyOf(invited);
    if (!(kilometres >= 0))
      throw new IllegalArgumentException("a distance is at least 0 km: " + kilometres);
  }

  /// How many invitations since `from`, itself excluded.
  long invitedSince(Instant from) {
    return invited.stream().filter(at -> at.isAfter(from)).count();
  }

  /// The last invitation; long ago for who had none.
  Instant lastInvited() {
    return invited.stream().max(Instant::compareTo).orElse(Instant.MIN);
  }

  Candidate candidate() {
    return new Candidate(id, tier, rate, from);
  }
}
