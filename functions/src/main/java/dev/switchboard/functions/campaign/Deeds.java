package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.Addition;
import dev.switchboard.campaign.Candidate;
import dev.switchboard.campaign.Decision;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Effect;
import dev.switchboard.campaign.Invitation;
import dev.switchboard.campaign.Shortfall;
import dev.switchboard.campaign.Standing;
import dev.switchboard.campaign.State;
import dev.switchboard.contact.ContactId;
import dev.switchboard.functions.events.Bus;
import dev.switchboard.functions.events.Event;
import dev.switchboard.functions.events.Event.ContractorsWanted;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/// Carries out what was decided; again as well as once. Who was already told is told of nothing
/// twice but events.
final class Deeds {

  private final Outgoing outgoing;
  private final Crew crew;
  private final Bus bus;
  private final InstantSource clock;

  Deeds(Outgoing outgoing, Crew crew, Bus bus, InstantSource clock) {
    this.outgoing = outgoing;
    this.crew = crew;
    this.bus = bus;
    this.clock = clock;
  }

  void carryOut(Dossier dossier, Decision decision) {
    for (var effect : decision.effects()) carryOut(dossier, effect);
  }

  private void carryOut(Dossier dossier, Effect effect) {
    var owner = dossier.owner();
    var id = dossier.id();
    switch (effect) {
      case Effect.Launch(var invited) -> {
        invite(dossier, invited);
        bus.tell(new Event.CampaignLaunched(owner, id, invited.size()));
        dossier.plan().shortfall().ifPresent(missing -> want(dossier, missing));
      }
      case Effect.Warn(var because) -> bus.tell(new Event.CampaignEarlyWarning(owner, id, because));
      case Effect.Escalate(var stage, _, var topUp) -> {
        invite(dossier, topUp.additions().stream().map(Addition::candidate).toList());
        bus.tell(new Event.CampaignEscalated(owner, id, stage.wire(), topUp.additions().size()));
        topUp.shortfall().ifPresent(missing -> want(dossier, missing));
      }
      case Effect.Remind(var these) -> remind(dossier, these);
      case Effect.Withdraw(var these) -> withdraw(dossier, these);
      case Effect.TellFilled(var these) -> outgoing.plan(dossier, Part.FILLED, these, now());
      case Effect.Close(var end) -> close(dossier, end);
    }
  }

  private void want(Dossier dossier, Shortfall missing) {
    if (!dossier.campaign().state().ended()) bus.tell(ContractorsWanted.more(dossier, missing));
  }

  /// Those of them who are still to be invited: the campaign may have ended since.
  private void invite(Dossier dossier, List<Candidate> candidates) {
    if (dossier.campaign().state().ended()) return;
    var held =
        dossier.campaign().invitations().stream()
            .filter(one -> one.standing() == Standing.HELD)
            .map(Invitation::contractor)
            .collect(Collectors.toSet());
    var these = candidates.stream().map(Candidate::contractor).filter(held::contains).toList();
    if (!these.isEmpty()) outgoing.plan(dossier, Part.INVITATION, these, now());
  }

  private void remind(Dossier dossier, List<ContactId> contractors) {
    if (!dossier.campaign().state().ended())
      outgoing.plan(dossier, Part.REMINDER, contractors, now());
  }

  private void withdraw(Dossier dossier, List<ContactId> contractors) {
    var state = dossier.campaign().state();
    var left = outgoing.withdraw(dossier, contractors, "the campaign is " + state.wire());
    // On their way when it was decided: they are told like the others.
    if (state == State.FILLED && !left.isEmpty()) outgoing.plan(dossier, Part.FILLED, left, now());
    contractors.stream()
        .filter(one -> !left.contains(one))
        .forEach(
            one -> crew.release(dossier.owner(), one, dossier.id(), Standing.WITHDRAWN, now()));
  }

  private void close(Dossier dossier, State end) {
    // Reminders of those who are not taken back may still wait.
    var all = dossier.campaign().invitations().stream().map(Invitation::contractor).toList();
    var _ = outgoing.withdraw(dossier, all, "the campaign is " + end.wire());
    bus.tell(event(dossier, end));
  }

  private static Event event(Dossier dossier, State end) {
    int bids = dossier.campaign().bids();
    return switch (end) {
      case FILLED -> new Event.CampaignFilled(dossier.owner(), dossier.id(), bids);
      case EXPIRED -> new Event.CampaignExpired(dossier.owner(), dossier.id(), bids);
      case CANCELLED -> new Event.CampaignCancelled(dossier.owner(), dossier.id(), bids);
      case FAILED -> new Event.CampaignFailed(dossier.owner(), dossier.id(), bids);
      case DRAFT, RUNNING, PAUSED ->
          throw new IllegalArgumentException("no campaign ends as " + end.wire());
    };
  }

  private Instant now() {
    return clock.instant();
  }
}
