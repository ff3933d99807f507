package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.Addition;
import dev.switchboard.campaign.Campaigns;
import dev.switchboard.campaign.Candidate;
import dev.switchboard.campaign.Decision;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Effect;
import dev.switchboard.campaign.Invitation;
import dev.switchboard.campaign.Planner;
import dev.switchboard.campaign.Standing;
import dev.switchboard.campaign.Steward;
import dev.switchboard.campaign.Strategy.NoCapacity;
import dev.switchboard.campaign.Strategy.Proposal;
import dev.switchboard.campaign.Turn;
import dev.switchboard.contact.ContactId;
import dev.switchboard.functions.aws.Parallel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Decides whom a campaign invites, and takes a place of each before the decision is stored.
///
/// Whose places are being taken is stored first: whoever comes after a crash gives them back.
final class Recruiting {

  private final Campaigns campaigns;
  private final Crew crew;
  private final Steward steward;
  private final InstantSource clock;

  Recruiting(Campaigns campaigns, Crew crew, Steward steward, InstantSource clock) {
    this.campaigns = campaigns;
    this.crew = crew;
    this.steward = steward;
    this.clock = clock;
  }

  /// Stores the first invitations.
  ///
  /// @return empty: look again
  Optional<Progress.Next> launch(Dossier dossier) {
    var now = clock.instant();
    return recruit(dossier, pool -> launched(dossier, pool, now), now);
  }

  private Decision launched(Dossier dossier, List<Candidate> pool, Instant now) {
    var plan = Planner.DEFAULT.plan(dossier.card().wish(), pool, dossier.campaign().timeline());
    var because =
        switch (plan.strategy()) {
          case NoCapacity(var nobody) -> nobody;
          case Proposal proposal ->
              "%s of tiers 1/2/3 are invited for a confidence of %s"
                  .formatted(proposal.invited(), proposal.confidence().shown());
        };
    return Turn.launched(steward, dossier.campaign(), plan.invited(), because, now);
  }

  /// Stores more invitations, as a check-in or a person wants them.
  ///
  /// @return empty: look again
  Optional<Progress.Next> escalate(Dossier dossier) {
    var now = clock.instant();
    return recruit(dossier, pool -> decide(dossier, pool, now), now);
  }

  /// What is to be done, with these to choose from.
  Decision decide(Dossier dossier, List<Candidate> pool, Instant now) {
    var campaign = dossier.campaign();
    var own = steward.decide(campaign, pool, now);
    // Its end, or a check-in, goes before what a person wants; that is asked for again afterwards.
    return dossier
        .duty()
        .escalation()
        .filter(_ -> own.effects().isEmpty() && own.checkIn().isEmpty())
        .map(stage -> steward.escalate(campaign, stage, pool, now))
        .orElse(own);
  }

  private Optional<Progress.Next> recruit(
      Dossier dossier, Function<List<Candidate>, Decision> decide, Instant now) {
    var pool =
        new ArrayList<>(
            crew.available(
                    dossier.owner(),
                    dossier.card().trade(),
                    dossier.card().site(),
                    dossier.house().policy(),
                    now)
                .candidates());
    var taken = new HashSet<ContactId>();
    var stored = dossier;
    while (true) {
      var decision = decide.apply(List.copyOf(pool));
      var chosen = chosen(decision);
      var fresh = chosen.stream().filter(one -> !taken.contains(one)).toList();
      if (fresh.isEmpty()) return store(stored, decision, taken, chosen);
      taken.addAll(fresh);
      var reserving = stored.reserving(List.copyOf(taken));
      if (!campaigns.change(stored, reserving)) return Optional.empty();
      stored = reserving;
      var refused = refused(stored, fresh, now);
      pool.removeIf(candidate -> refused.contains(candidate.contractor()));
      taken.removeAll(refused);
    }
  }

  /// Gives back what a choice took that another one came after.
  private Optional<Progress.Next> store(
      Dossier dossier, Decision decision, Set<ContactId> taken, List<ContactId> chosen) {
    for (var one : taken)
      if (!chosen.contains(one))
        crew.release(dossier.owner(), one, dossier.id(), Standing.HELD, clock.instant());
    var _ = campaigns.change(dossier, dossier.decided(decision));
    return Optional.empty();
  }

  private List<ContactId> refused(Dossier dossier, List<ContactId> these, Instant now) {
    var reserved =
        Parallel.map(these, one -> crew.reserve(dossier.owner(), one, dossier.id(), now));
    return IntStream.range(0, these.size())
        .filter(number -> !reserved.get(number))
        .mapToObj(these::get)
        .toList();
  }

  private static List<ContactId> chosen(Decision decision) {
    return decision.effects().stream()
        .flatMap(effect ->
            switch (effect) {
              case Effect.Launch(var invited) -> invited.stream();
              case Effect.Escalate(_, _, var topUp) ->
                  topUp.additions().stream().map(Addition::candidate);
              case Effect.Warn _, Effect.Remind _, Effect.Withdraw _ -> Stream.<Candidate>empty();
              case Effect.TellFilled _, Effect.Close _ -> Stream.<Candidate>empty();
            })
        .map(Candidate::contractor)
        .toList();
  }

  /// Gives back the places that somebody took and did not invite on.
  ///
  /// @return empty: look again
  Optional<Progress.Next> clear(Dossier dossier) {
    // First another version, so that whoever is still at it cannot store what was decided on them.
    var fenced = dossier.reserving(dossier.duty().reserving());
    if (!campaigns.change(dossier, fenced)) return Optional.empty();
    var invited =
        fenced.campaign().invitations().stream()
            .map(Invitation::contractor)
            .collect(Collectors.toSet());
    fenced.duty().reserving().stream()
        .filter(one -> !invited.contains(one))
        .forEach(
            one -> crew.release(fenced.owner(), one, fenced.id(), Standing.HELD, clock.instant()));
    var _ = campaigns.change(fenced, fenced.reserving(List.of()));
    return Optional.empty();
  }
}
