package dev.switchboard.campaign;

import static dev.switchboard.campaign.Running.after;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import dev.switchboard.campaign.Effect.Escalate;
import dev.switchboard.contact.ContactId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds of every decision, over generated campaigns.
class StewardCasesTest {

  @Test
  void a_forecast_is_the_sum_over_all_outcomes() {
    Cases.check(
        300,
        random -> {
          var campaign = campaign(random);
          double hours = random.nextDouble(24);
          var forecast = Steward.DEFAULT.forecast(campaign, after(hours));
          assertEquals(brute(campaign, hours), forecast.reach().value(), 1e-9);
        });
  }

  @Test
  void a_campaign_run_to_its_end_invites_nobody_twice_and_uses_each_check_in_once() {
    Cases.check(
        300,
        random -> {
          var campaign = campaign(random);
          var pool = Running.pool(100, tiers(random, 12));
          var stages = new HashSet<Stage>();
          for (double hours = 0; !campaign.state().ended(); hours += random.nextDouble(1.5)) {
            campaign = anybody(campaign, random);
            var decision = Steward.DEFAULT.decide(campaign, pool, after(hours));
            decision.checkIn().ifPresent(it -> assertTrue(stages.add(it.stage())));
            campaign = campaign.after(decision);
            assertEquals(List.of(), Steward.DEFAULT.decide(campaign, pool, after(hours)).effects());
          }
          var invited = new HashSet<ContactId>();
          for (var one : campaign.invitations()) assertTrue(invited.add(one.contractor()));
        });
  }

  @Test
  void one_fewer_would_not_have_reached_the_wanted_confidence() {
    Cases.check(
        500,
        random -> {
          var campaign = campaign(random);
          var pool = Running.pool(100, tiers(random, 12));
          var decision = Steward.DEFAULT.decide(campaign, pool, after(random.nextDouble(12, 24)));
          for (var effect : decision.effects())
            if (effect instanceof Escalate(_, _, var topUp) && topUp.shortfall().isEmpty()) {
              var additions = topUp.additions();
              assertTrue(additions.getLast().after().reaches(campaign.wanted()));
              assertTrue(!additions.getLast().before().reaches(campaign.wanted()));
            }
        });
  }

  @Test
  void what_an_escalation_promises_is_what_the_next_forecast_says() {
    Cases.check(
        500,
        random -> {
          var campaign = campaign(random);
          var pool = Running.pool(100, tiers(random, 12));
          var now = after(random.nextDouble(12, 24));
          var decision = Steward.DEFAULT.decide(campaign, pool, now);
          for (var effect : decision.effects())
            if (effect instanceof Escalate(_, var before, var topUp))
              assertEquals(
                  topUp.raises(before).value(),
                  Steward.DEFAULT.forecast(campaign.after(decision), now).reach().value(),
                  1e-9);
        });
  }

  private static Campaign campaign(Random random) {
    var campaign = Running.campaign(random.nextInt(1, 6), 24, tiers(random, 9));
    for (int i = random.nextInt(5); i > 0; i--) campaign = anybody(campaign, random);
    return campaign;
  }

  private static Campaign anybody(Campaign campaign, Random random) {
    var one = campaign.invitations().get(random.nextInt(campaign.invitations().size()));
    var responses = List.of(Response.values());
    return campaign.heard(one.contractor(), responses.get(random.nextInt(responses.size())));
  }

  private static Tier[] tiers(Random random, int most) {
    var tiers = new ArrayList<Tier>();
    for (int i = random.nextInt(1, most + 1); i > 0; i--)
      tiers.add(Tier.ALL.get(random.nextInt(3)));
    return tiers.toArray(Tier[]::new);
  }

  private static double brute(Campaign campaign, double hours) {
    var curves = CampaignSettings.DEFAULT.pace(campaign.urgency()).curves();
    long now = after(hours).toEpochMilli();
    long deadline = campaign.timeline().deadline().toEpochMilli();
    var chances =
        campaign.invitations().stream()
            .filter(one -> one.standing().open())
            .mapToDouble(one -> {
              long since = one.since().toEpochMilli();
              double late = curves.of(one.tier()).in(deadline - since);
              double soFar = curves.of(one.tier()).in(now - since);
              return one.rate() * (late - soFar) / (1 - one.rate() * soFar);
            })
            .toArray();
    double sum = 0;
    for (int outcome = 0; outcome < 1 << chances.length; outcome++) {
      if (campaign.bids() + Integer.bitCount(outcome) < campaign.bidsNeeded()) continue;
      double chance = 1;
      for (int i = 0; i < chances.length; i++)
        chance *= (outcome >> i & 1) == 1 ? chances[i] : 1 - chances[i];
      sum += chance;
    }
    return sum;
  }
}
