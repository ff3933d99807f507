package dev.switchboard.functions.events;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.BidCard;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Shortfall;
import dev.switchboard.contact.ContactId;
import dev.switchboard.send.PurposeId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Something that happened; the name is the event's `detail-type`, `docs/api/events.yaml` the
/// contract.
///
/// Told at least once, after it was stored: nothing depends on it for being right, only for being
/// soon.
public sealed interface Event {

  OwnerId owner();

  /// An order was stored and its sends are on their way.
  record OutreachAccepted(OwnerId owner, PurposeId executionId, int leads) implements Event {}

  /// All sends of an execution are settled.
  record OutreachCompleted(OwnerId owner, PurposeId executionId) implements Event {}

  /// A campaign's first invitations are on their way.
  record CampaignLaunched(OwnerId owner, PurposeId campaignId, int invited) implements Event {}

  /// Nobody has answered by the first check-in.
  ///
  /// @param because a sentence for a person
  record CampaignEarlyWarning(OwnerId owner, PurposeId campaignId, String because)
      implements Event {}

  /// A campaign was behind, or a person wanted more.
  ///
  /// @param stage whose tiers were open: `emergency`
  /// @param invited how many more; 0 when nobody was left
  record CampaignEscalated(OwnerId owner, PurposeId campaignId, String stage, int invited)
      implements Event {}

  /// Those who can be invited do not suffice: whoever finds more brings them by `POST
  /// /api/contractors/import`.
  ///
  /// @param campaignId empty: nobody could be invited, and no campaign was made
  /// @param by when bids are wanted
  /// @param because a sentence for a person
  /// @param enough each of these alone would do; empty where none is known to
  record ContractorsWanted(
      OwnerId owner,
      Optional<PurposeId> campaignId,
      String trade,
      Place location,
      Instant by,
      String because,
      List<Wanted> enough)
      implements Event {

    public ContractorsWanted {
      enough = List.copyOf(enough);
    }

    /// Nobody can be invited.
    public static ContractorsWanted none(OwnerId owner, BidCard card, Instant by, String because) {
      return new ContractorsWanted(
          owner, Optional.empty(), card.trade(), Place.of(card), by, because, List.of());
    }

    /// More are needed than there are.
    public static ContractorsWanted more(Dossier dossier, Shortfall missing) {
      return new ContractorsWanted(
          dossier.owner(),
          Optional.of(dossier.id()),
          dossier.card().trade(),
          Place.of(dossier.card()),
          dossier.campaign().timeline().deadline(),
          missing.told(),
          missing.enough().stream()
              .map(one -> new Wanted(one.tier().number(), one.more()))
              .toList());
    }
  }

  /// Where the work is.
  record Place(double latitude, double longitude, ZoneId timeZone) {

    private static Place of(BidCard card) {
      var site = card.site();
      return new Place(site.latitude(), site.longitude(), site.zone());
    }
  }

  /// So many more of one tier.
  record Wanted(int tier, int more) {}

  /// As many bids as needed are in.
  record CampaignFilled(OwnerId owner, PurposeId campaignId, int bids) implements Event {}

  /// The deadline passed before.
  record CampaignExpired(OwnerId owner, PurposeId campaignId, int bids) implements Event {}

  /// Somebody cancelled a campaign.
  record CampaignCancelled(OwnerId owner, PurposeId campaignId, int bids) implements Event {}

  /// A campaign could not go on.
  record CampaignFailed(OwnerId owner, PurposeId campaignId, int bids) implements Event {}

  /// A contact opted out; what still waits for it is withdrawn.
  ///
  /// @param channel its wire name; empty: of every channel
  record ContactOptedOut(OwnerId owner, ContactId contactId, Optional<String> channel)
      implements Event {}

  /// A contact responded; what still waits for it in that execution is withdrawn.
  record LeadResponded(OwnerId owner, ContactId contactId, PurposeId executionId, String kind)
      implements Event {}
}
