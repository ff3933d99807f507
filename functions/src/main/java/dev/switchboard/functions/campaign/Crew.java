package dev.switchboard.functions.campaign;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.Site;
import dev.switchboard.campaign.Standing;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Policy;
import dev.switchboard.send.PurposeId;
import java.time.Instant;

/// Whom campaigns can invite, and the places that they take.
///
/// Every method throws [dev.switchboard.Unavailable] when it cannot be asked.
public interface Crew {

  /// Nobody is known.
  Crew NOBODY =
      new Crew() {
        @Override
        public Pool available(OwnerId owner, String trade, Site site, Policy policy, Instant now) {
          return Pool.EMPTY;
        }

        @Override
        public boolean reserve(
            OwnerId owner, ContactId contractor, PurposeId campaign, Instant at) {
          return false;
        }

        @Override
        public void release(
            OwnerId owner,
            ContactId contractor,
            PurposeId campaign,
            Standing standing,
            Instant at) {}
      };

  /// Those who can be invited, by tier and rank: trade, area, licence, capacity, weekly cap and the
  /// outbound gate allow it.
  ///
  /// @param site of the work
  /// @param policy the owner's, for the gate
  Pool available(OwnerId owner, String trade, Site site, Policy policy, Instant now);

  /// Takes a place for a campaign; again as well as once.
  ///
  /// @return false if the contractor has none left
  boolean reserve(OwnerId owner, ContactId contractor, PurposeId campaign, Instant at);

  /// Gives a place back; also one that was not taken.
  ///
  /// @param standing of the invitation; one that never left does not count as one
  void release(
      OwnerId owner, ContactId contractor, PurposeId campaign, Standing standing, Instant at);
}
