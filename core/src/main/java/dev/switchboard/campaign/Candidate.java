package dev.switchboard.campaign;

import dev.switchboard.contact.ContactId;
import java.time.Instant;

/// A contractor who could be invited now.
///
/// @param rate chance that he ever bids, above 0, at most 1
/// @param from the first moment at which the invitation can leave, for the outbound gate holds it
///   until then
public record Candidate(ContactId contractor, Tier tier, double rate, Instant from) {

  public Candidate {
    if (!(rate > 0 && rate <= 1))
      throw new IllegalArgumentException("a response rate is above 0, at most 1: " + rate);
  }

  /// When an invitation decided at `now` leaves.
  Instant leaves(Instant now) {
    return from.isAfter(now) ? from : now;
  }
}
