package dev.switchboard.campaign;

import dev.switchboard.contact.ContactId;
import java.time.Instant;

/// One contractor asked once by one campaign.
///
/// @param rate chance that he ever bids, as it was believed when he was invited
/// @param since when the provider accepted it; for a held one, when it is due
/// @param reminded whether he got the one reminder there is
public record Invitation(
    ContactId contractor,
    Tier tier,
    double rate,
    Instant since,
    Standing standing,
    boolean reminded) {

  static Invitation of(Candidate candidate, Instant now) {
    return new Invitation(
        candidate.contractor(),
        candidate.tier(),
        candidate.rate(),
        candidate.leaves(now),
        Standing.HELD,
        false);
  }

  /// The provider accepted it; does nothing unless it is held.
  public Invitation accepted(Instant at) {
    if (standing != Standing.HELD) return this;
    return new Invitation(contractor, tier, rate, at, Standing.OUT, reminded);
  }

  /// It can leave then and not before; does nothing unless it is held.
  Invitation held(Instant until) {
    if (standing != Standing.HELD) return this;
    return new Invitation(contractor, tier, rate, until, standing, reminded);
  }

  Invitation withdrawn() {
    return standing == Standing.HELD ? standing(Standing.WITHDRAWN) : this;
  }

  public Invitation after(Response response) {
    return standing(standing.after(response));
  }

  Invitation standing(Standing next) {
    return new Invitation(contractor, tier, rate, since, next, reminded);
  }

  Invitation asReminded() {
    return new Invitation(contractor, tier, rate, since, standing, true);
  }
}
