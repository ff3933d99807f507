package dev.switchboard.campaign.simulation;

import dev.switchboard.campaign.Campaign;
import dev.switchboard.campaign.CampaignSettings;
import dev.switchboard.campaign.Candidate;
import dev.switchboard.campaign.Decision;
import dev.switchboard.campaign.Effect.Escalate;
import dev.switchboard.campaign.Headcount;
import dev.switchboard.campaign.Invitation;
import dev.switchboard.campaign.Response;
import dev.switchboard.campaign.Standing;
import dev.switchboard.campaign.State;
import dev.switchboard.campaign.Steward;
import dev.switchboard.campaign.Tier;
import dev.switchboard.campaign.Timeline;
import dev.switchboard.campaign.simulation.Run.Look;
import dev.switchboard.campaign.simulation.World.Behaviour;
import dev.switchboard.contact.ContactId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/// Rehearses campaigns from their launch to their end. Invitations leave at once, at any hour.
///
/// @param settings what is believed
/// @param world what is so
public record Simulation(CampaignSettings settings, World world) {

  private static final Instant START = Instant.EPOCH;

  public Run run(Scenario scenario, RandomGenerator random) {
    return new Rehearsal(scenario, random).run();
  }

  private record Answer(Instant at, ContactId contractor, Response response) {}

  private final class Rehearsal {
    private final Steward steward = new Steward(settings);
    private final PriorityQueue<Answer> answers =
        new PriorityQueue<>(Comparator.comparing(Answer::at));
    private final List<Look> looks = new ArrayList<>();
    private final List<Candidate> pool;
    private final RandomGenerator random;
    private final double mood;
    private Campaign campaign;
    private Instant now = START;

    private Rehearsal(Scenario scenario, RandomGenerator random) {
      this.random = random;
      this.mood = random.nextDouble();
      var available = candidates(scenario.available());
      var invited = first(available, scenario.invited());
      var timeline = Timeline.wallClock(START, scenario.wish().need().hours());
      this.pool = scenario.escalates() ? available : List.of();
      this.campaign = Campaign.launched(scenario.wish(), timeline, settings, invited);
    }

    private Run run() {
      send();
      var forecast = steward.forecast(campaign, now);
      looks.add(new Look(forecast.reach(), 0, 0, false));
      var wakeAt = decide();
      while (wakeAt.isPresent()) {
        now = wakeAt.get();
        var answer = answers.peek();
        if (answer != null && !answer.at().isAfter(now)) {
          answers.poll();
          now = answer.at();
          campaign = campaign.heard(answer.contractor(), answer.response());
        }
        wakeAt = decide();
      }
      var took =
          Optional.of(Duration.between(START, now)).filter(_ -> campaign.state() == State.FILLED);
      return new Run(campaign.invitations().size(), campaign.bids(), took, looks);
    }

    private Optional<Instant> decide() {
      var decision = steward.decide(campaign, pool, now);
      if (decision.checkIn().isPresent()) looks.add(look(decision));
      campaign = campaign.after(decision);
      send();
      return decision.wakeAt();
    }

    private static Look look(Decision decision) {
      var forecast = decision.forecast();
      boolean acted = decision.effects().stream().anyMatch(Escalate.class::isInstance);
      return new Look(forecast.reach(), forecast.expectedByNow(), forecast.bids(), acted);
    }

    /// Lets the invitations that are due leave, and settles what will come of them.
    private void send() {
      for (var invitation : campaign.invitations()) {
        if (invitation.standing() != Standing.HELD) continue;
        campaign = campaign.accepted(invitation.contractor(), now);
        settle(invitation);
      }
    }

    private void settle(Invitation invitation) {
      var curve = settings.pace(campaign.urgency()).curves().of(invitation.tier());
      switch (world.behaviour(invitation.rate(), curve, mood, random)) {
        case Behaviour.Bids(var after) -> answer(invitation, after, Response.BID);
        case Behaviour.Refuses(var after) -> answer(invitation, after, Response.DECLINE);
        case Behaviour.Silent() -> {}
      }
    }

    private void answer(Invitation invitation, Duration after, Response response) {
      answers.add(new Answer(now.plus(after), invitation.contractor(), response));
    }

    private List<Candidate> candidates(Headcount available) {
      var candidates = new ArrayList<Candidate>();
      for (var tier : Tier.ALL)
        for (int i = 0; i < available.of(tier); i++) {
          var id = new ContactId("contractor%06d".formatted(candidates.size()));
          candidates.add(new Candidate(id, tier, settings.rates().of(tier), START));
        }
      return candidates;
    }

    private static List<Candidate> first(List<Candidate> available, Headcount invited) {
      return Tier.ALL.stream()
          .flatMap(
              tier -> available.stream().filter(one -> one.tier() == tier).limit(invited.of(tier)))
          .toList();
    }
  }
}
