package dev.switchboard.functions.campaign;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.CampaignSettings;
import dev.switchboard.campaign.Campaigns;
import dev.switchboard.campaign.Campaigns.Open;
import dev.switchboard.campaign.Decision;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Effect;
import dev.switchboard.campaign.Invitation;
import dev.switchboard.campaign.State;
import dev.switchboard.campaign.Steward;
import dev.switchboard.functions.Services;
import dev.switchboard.send.PurposeId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Takes a campaign as far as it goes now.
///
/// Safe to run any number of times, and by many at once: a decision is stored by a conditional
/// write before anything of it is carried out, what is not known to be carried out is carried out
/// first by whoever comes next, and only then more is decided.
public final class Progress {

  private final Campaigns campaigns;
  private final Steward steward;
  private final Outgoing outgoing;
  private final Deeds deeds;
  private final Recruiting recruiting;
  private final Crew crew;
  private final InstantSource clock;

  public Progress(Services services, Crew crew) {
    this.campaigns = services.campaigns();
    this.crew = crew;
    this.steward =
        new Steward(
            CampaignSettings.DEFAULT.triggeredBelow(services.settings().escalationThreshold()));
    this.clock = services.clock();
    this.outgoing =
        new Outgoing(
            services.contacts(),
            services.ledger(),
            services.openings(),
            services.transitions(),
            services.sendQueue(),
            services.gate());
    this.deeds = new Deeds(outgoing, crew, services.bus(), clock);
    this.recruiting = new Recruiting(campaigns, crew, steward, clock);
  }

  /// What a campaign's machine does next.
  public sealed interface Next {
    /// Waits until then, or until something happens.
    record Wait(Instant until) implements Next {}

    /// Nothing more: the campaign is over, or not there.
    record End() implements Next {}
  }

  public Next advance(OwnerId owner, PurposeId id) {
    while (true) {
      var dossier = campaigns.find(owner, id);
      if (dossier.isEmpty()) return new Next.End();
      var next = step(dossier.get());
      if (next.isPresent()) return next.get();
    }
  }

  /// How the campaign stands, with what the ledger tells.
  Dossier told(Dossier dossier) {
    if (dossier.campaign().state().ended() || !dossier.outstanding().isEmpty()) return dossier;
    var campaign = News.of(dossier, outgoing.open(dossier));
    return campaign.equals(dossier.campaign()) ? dossier : dossier.told(campaign);
  }

  /// @return empty to look again
  private Optional<Next> step(Dossier dossier) {
    if (!dossier.outstanding().isEmpty()) return carryOut(dossier);
    if (!dossier.duty().reserving().isEmpty()) return recruiting.clear(dossier);
    if (dossier.campaign().state().ended()) return end(dossier);
    var told = told(dossier);
    var now = clock.instant();
    if (launches(told, now)) return recruiting.launch(dossier);
    // Without anybody to invite, to see whether anybody is wanted.
    var decision = recruiting.decide(told, List.of(), now);
    if (decision.effects().stream().anyMatch(Effect.Escalate.class::isInstance))
      return told.equals(dossier) ? recruiting.escalate(dossier) : store(dossier, told);
    if (decision.effects().isEmpty() && decision.checkIn().isEmpty())
      return rest(dossier, told, decision);
    return store(dossier, told.decided(decision));
  }

  /// A draft whose deadline has passed is not launched any more.
  private static boolean launches(Dossier dossier, Instant now) {
    var campaign = dossier.campaign();
    return campaign.state() == State.DRAFT && now.isBefore(campaign.timeline().deadline());
  }

  private Optional<Next> carryOut(Dossier dossier) {
    for (var decision : dossier.outstanding()) deeds.carryOut(dossier, decision);
    return store(dossier, dossier.carriedOut());
  }

  /// Whether or not somebody was faster: what is stored is looked at again.
  private Optional<Next> store(Dossier from, Dossier to) {
    var _ = campaigns.change(from, to);
    return Optional.empty();
  }

  private Optional<Next> end(Dossier dossier) {
    var curves = CampaignSettings.DEFAULT.pace(dossier.campaign().urgency()).curves();
    campaigns.learn(
        dossier.owner(), dossier.id(), dossier.card().trade(), dossier.observations(curves));
    for (var invitation : dossier.campaign().invitations()) release(dossier, invitation);
    campaigns.close(new Open(dossier.owner(), dossier.id()));
    return Optional.of(new Next.End());
  }

  private void release(Dossier dossier, Invitation invitation) {
    crew.release(
        dossier.owner(),
        invitation.contractor(),
        dossier.id(),
        invitation.standing(),
        clock.instant());
  }

  /// A paused campaign's check-ins do not happen: it is looked at again at its deadline.
  private Optional<Next> rest(Dossier dossier, Dossier told, Decision nothing) {
    var deadline = told.campaign().timeline().deadline();
    var until = nothing.wakeAt().filter(at -> at.isAfter(nothing.at())).orElse(deadline);
    return campaigns.change(dossier, told.looked(nothing, Optional.of(until)))
        ? Optional.of(new Next.Wait(until))
        : Optional.empty();
  }
}
