package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.CampaignSettings;
import dev.switchboard.campaign.Profile;
import dev.switchboard.campaign.Workload;
import dev.switchboard.contact.Contact;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// A contractor, as the API tells it.
///
/// @param tier 1 to 3, by what is known now
record ContractorAnswer(
    String contractorId,
    Optional<String> name,
    Optional<String> phone,
    Optional<String> email,
    List<String> trades,
    Place location,
    double radiusKm,
    Optional<LocalDate> licensedUntil,
    Optional<LocalDate> insuredUntil,
    boolean established,
    Optional<Instant> activeAt,
    int capacity,
    int tier,
    Asked asked) {

  record Place(double latitude, double longitude) {}

  /// @param openCampaigns that hold a place
  /// @param lastWeek invitations of the last 7 days, of which there may be three
  /// @param lastInvitedAt absent: never
  /// @param silent ended campaigns in which nothing came back
  record Asked(
      int openCampaigns,
      int lastWeek,
      Optional<Instant> lastInvitedAt,
      int bids,
      int declines,
      int silent) {}

  static ContractorAnswer of(
      Profile profile, Workload load, Optional<Contact> contact, Instant now) {
    var window = CampaignSettings.DEFAULT.fatigue().window();
    return new ContractorAnswer(
        profile.id().value(),
        contact.flatMap(Contact::name),
        contact.flatMap(Contact::phone),
        contact.flatMap(Contact::email),
        profile.trades(),
        new Place(profile.latitude(), profile.longitude()),
        profile.radius(),
        profile.licensed(),
        profile.insured(),
        profile.established(),
        profile.active(),
        profile.capacity(),
        profile.tier(load, now, LocalDate.ofInstant(now, ZoneOffset.UTC)).number(),
        asked(load, now, window));
  }

  private static Asked asked(Workload load, Instant now, Duration window) {
    return new Asked(
        load.open().size(),
        load.invitedSince(now.minus(window)),
        load.invited().stream().max(Instant::compareTo),
        load.bids(),
        load.declines(),
        load.silent());
  }
}
