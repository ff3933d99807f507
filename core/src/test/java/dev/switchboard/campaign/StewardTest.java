package dev.switchboard.campaign;

import static dev.switchboard.campaign.Running.after;
import static dev.switchboard.campaign.Running.campaign;
import static dev.switchboard.campaign.Running.heard;
import static dev.switchboard.campaign.Running.pool;
import static dev.switchboard.campaign.Running.times;
import static dev.switchboard.campaign.Tier.EXTERNAL;
import static dev.switchboard.campaign.Tier.INTERNAL;
import static dev.switchboard.campaign.Tier.RETURNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.campaign.Decision.CheckedIn;
import dev.switchboard.campaign.Effect.Escalate;
import dev.switchboard.campaign.Effect.Remind;
import dev.switchboard.campaign.Effect.Warn;
import dev.switchboard.price.Usd;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What check-ins do (CAM-18 to CAM-22, CAM-62, CAM-63).
class StewardTest {

  private static final List<Candidate> NOBODY = List.of();

  @Test
  void before_the_first_check_in_nothing_is_done() {
    var decision = decide(campaign(4, 6, times(INTERNAL, 6)), NOBODY, 1);

    assertEquals(Optional.empty(), decision.checkIn());
    assertEquals(List.of(), decision.effects());
    assertEquals(Optional.of(after(1.5)), decision.wakeAt());
  }

  /// CAM-18, CAM-C23.
  @Test
  void a_quarter_of_the_time_without_an_answer_warns_and_invites_nobody() {
    var decision = decide(campaign(4, 6, times(INTERNAL, 6)), pool(10, times(INTERNAL, 9)), 1.5);

    assertEquals(Optional.of(new CheckedIn(Stage.WARNING, false, List.of())), decision.checkIn());
    assertEquals(
        List.of(
            new Warn(
                "nobody of 6 has answered; 3.6 bids were expected by now and the forecast is"
                    + " 69.6 %")),
        decision.effects());
    assertEquals(Optional.of(after(3)), decision.wakeAt());
  }

  @Test
  void a_refusal_is_an_answer_and_silences_the_warning() {
    var campaign = heard(campaign(4, 6, times(INTERNAL, 6)), Response.DECLINE, 0);

    assertEquals(List.of(), decide(campaign, NOBODY, 1.5).effects());
  }

  /// CAM-19: tiers 1 and 2, as many as the wanted confidence takes.
  @Test
  void at_half_time_a_campaign_that_is_behind_gets_more_of_tiers_1_and_2() {
    var campaign = heard(campaign(4, 24, times(INTERNAL, 5)), Response.DECLINE, 0, 1, 2);
    var pool = pool(10, EXTERNAL, RETURNING, RETURNING, RETURNING, INTERNAL, INTERNAL, EXTERNAL);
    var escalation = escalation(decide(campaign, pool, 12), Stage.ESCALATION);

    assertEquals(List.of(INTERNAL, INTERNAL, RETURNING, RETURNING, RETURNING), tiers(escalation));
    chained(escalation);
  }

  @Test
  void at_half_time_a_campaign_on_course_is_left_alone() {
    var campaign = heard(campaign(4, 24, times(INTERNAL, 8)), Response.BID, 0, 1, 2);

    assertEquals(List.of(), decide(campaign, pool(10, times(INTERNAL, 5)), 12).effects());
  }

  @Test
  void at_half_time_tier_3_is_invited_only_where_nobody_else_is_left() {
    var campaign = heard(campaign(4, 24, times(INTERNAL, 4)), Response.DECLINE, 0, 1);
    var escalation =
        escalation(decide(campaign, pool(10, times(EXTERNAL, 30)), 12), Stage.ESCALATION);

    assertTrue(escalation.topUp().additions().size() > 5);
    assertEquals(Optional.empty(), escalation.topUp().shortfall());
  }

  @Test
  void at_half_time_an_emergency_does_not_invite_tier_3() {
    var campaign = heard(campaign(4, 6, times(INTERNAL, 4)), Response.DECLINE, 0, 1);
    var escalation =
        escalation(decide(campaign, pool(10, times(EXTERNAL, 30)), 3), Stage.ESCALATION);

    assertEquals(List.of(), tiers(escalation));
    assertEquals(List.of(INTERNAL, RETURNING), enough(escalation));
  }

  /// CAM-20.
  @Test
  void at_three_quarters_tier_3_is_invited_after_the_others() {
    var campaign = heard(campaign(4, 168, times(INTERNAL, 6)), Response.BID, 0, 1, 2);
    campaign = heard(campaign, Response.DECLINE, 3, 4, 5);
    campaign = skipping(campaign, 84);
    var pool = pool(10, EXTERNAL, EXTERNAL, EXTERNAL, EXTERNAL, INTERNAL, RETURNING);
    var escalation = escalation(decide(campaign, pool, 126), Stage.EMERGENCY);

    assertEquals(List.of(INTERNAL, RETURNING, EXTERNAL, EXTERNAL), tiers(escalation));
  }

  /// CAM-C14.
  @Test
  void at_three_quarters_an_emergency_invites_tier_3_only_if_the_others_do_not_suffice() {
    var campaign = skipping(heard(campaign(2, 6, times(INTERNAL, 1)), Response.BID, 0), 3);
    var enough = pool(10, RETURNING, RETURNING, INTERNAL, INTERNAL, INTERNAL, INTERNAL, EXTERNAL);
    var tooFew = pool(10, RETURNING, EXTERNAL, EXTERNAL, INTERNAL);

    var without = escalation(decide(campaign, enough, 4.5), Stage.EMERGENCY);
    var with = escalation(decide(campaign, tooFew, 4.5), Stage.EMERGENCY);

    assertTrue(tiers(without).stream().noneMatch(tier -> tier == EXTERNAL));
    assertEquals(List.of(INTERNAL, RETURNING, EXTERNAL, EXTERNAL), tiers(with));
  }

  /// CAM-21, CAM-C15.
  @Test
  void the_final_push_invites_the_reserve_and_reminds_the_silent_once() {
    var campaign = heard(campaign(4, 6, times(INTERNAL, 6)), Response.BID, 0, 1);
    campaign = heard(heard(campaign, Response.DECLINE, 2, 3), Response.QUESTION, 4);
    campaign = skipping(campaign, 4.5);
    var decision = decide(campaign, pool(10, EXTERNAL, INTERNAL), 5.4);

    assertEquals(List.of(INTERNAL), tiers(escalation(decision, Stage.FINAL_PUSH)).subList(0, 1));
    assertEquals(new Remind(List.of(Contractors.id(5))), decision.effects().get(1));
    var next = campaign.after(decision);
    assertTrue(next.invitations().get(5).reminded());
    assertEquals(forecast(next, 5.4), forecast(without(next), 5.4));
  }

  /// CAM-C23.
  @Test
  void a_spent_wave_acts_at_once_and_once() {
    var campaign = heard(campaign(4, 24, times(INTERNAL, 3)), Response.DECLINE, 0, 1, 2);
    var decision = decide(campaign, pool(10, RETURNING), 1);

    assertEquals(
        Optional.of(new CheckedIn(Stage.ESCALATION, true, List.of(Stage.WARNING))),
        decision.checkIn());
    var next = heard(campaign.after(decision), Response.DECLINE, 10);
    assertEquals(
        Optional.of(new CheckedIn(Stage.EMERGENCY, true, List.of())),
        decide(next, NOBODY, 2).checkIn());
    var after = next.after(decide(next, NOBODY, 2));
    assertEquals(Optional.empty(), decide(after, NOBODY, 3).checkIn());
    assertEquals(Optional.of(after(21.6)), decide(after, NOBODY, 3).wakeAt());
  }

  @Test
  void after_an_outage_the_last_check_in_that_passed_acts_and_the_others_are_skipped() {
    var campaign = campaign(4, 6, times(INTERNAL, 6));
    var decision = decide(campaign, NOBODY, 4.6);

    assertEquals(
        Optional.of(
            new CheckedIn(Stage.EMERGENCY, false, List.of(Stage.WARNING, Stage.ESCALATION))),
        decision.checkIn());
    assertEquals(
        List.of(
            CheckIn.Status.SKIPPED,
            CheckIn.Status.SKIPPED,
            CheckIn.Status.DONE,
            CheckIn.Status.WAITING),
        campaign.after(decision).checkIns().stream().map(CheckIn::status).toList());
  }

  @Test
  void what_was_decided_is_not_decided_again() {
    var campaign = heard(campaign(4, 24, times(INTERNAL, 5)), Response.DECLINE, 0, 1, 2);
    var pool = pool(10, times(RETURNING, 9));
    var next = campaign.after(decide(campaign, pool, 12));

    assertEquals(List.of(), decide(next, pool, 12).effects());
    assertEquals(Optional.of(after(18)), decide(next, pool, 12).wakeAt());
  }

  @Test
  void a_budget_limits_further_invitations_and_what_it_cut_is_told() {
    var campaign = heard(campaign(4, 24, times(INTERNAL, 5)), Response.DECLINE, 0, 1, 2);
    campaign = budgeted(campaign, new Budget(Usd.of("0.60"), Usd.of("0.10")));
    var escalation =
        escalation(decide(campaign, pool(10, times(INTERNAL, 8)), 12), Stage.ESCALATION);

    assertEquals(1, escalation.topUp().additions().size());
    assertTrue(escalation.topUp().cut() > 0);
  }

  @Test
  void out_of_reach_the_smallest_number_near_what_is_reachable_is_invited_and_told() {
    var campaign = heard(campaign(4, 24, times(INTERNAL, 5)), Response.DECLINE, 0, 1, 2);
    var decision = decide(campaign, pool(10, times(RETURNING, 2)), 12);

    assertEquals(
        "the forecast is 0.1 %; 2 of tier 2 more raise it to 2.0 %; confidence unreachable: at"
            + " most 2.0 %; 5 more of tier 1 or 10 more of tier 2 would be enough",
        decision.because());
  }

  /// CAM-80.
  @Test
  void a_person_escalates_whatever_the_forecast_and_no_check_in_is_used_up() {
    var campaign = campaign(4, 24, times(INTERNAL, 4));
    var decision =
        Steward.DEFAULT.escalate(
            campaign, Stage.ESCALATION, pool(10, times(INTERNAL, 9)), after(1));

    assertEquals(Optional.empty(), decision.checkIn());
    assertEquals(2, escalation(decision, Stage.ESCALATION).topUp().additions().size());
  }

  private static Decision decide(Campaign campaign, List<Candidate> pool, double hours) {
    return Steward.DEFAULT.decide(campaign, pool, after(hours));
  }

  private static Forecast forecast(Campaign campaign, double hours) {
    return Steward.DEFAULT.forecast(campaign, after(hours));
  }

  /// The check-ins until then, with nobody to invite.
  private static Campaign skipping(Campaign campaign, double hours) {
    return campaign.after(decide(campaign, NOBODY, hours));
  }

  private static Escalate escalation(Decision decision, Stage stage) {
    var escalation = assertInstanceOf(Escalate.class, decision.effects().getFirst());
    assertEquals(stage, escalation.stage());
    return escalation;
  }

  private static List<Tier> tiers(Escalate escalation) {
    return escalation.topUp().additions().stream().map(one -> one.candidate().tier()).toList();
  }

  private static List<Tier> enough(Escalate escalation) {
    return escalation.topUp().shortfall().orElseThrow().enough().stream()
        .map(Shortfall.Enough::tier)
        .toList();
  }

  private static void chained(Escalate escalation) {
    var before = escalation.before();
    for (var addition : escalation.topUp().additions()) {
      assertEquals(before, addition.before());
      assertTrue(addition.after().compareTo(before) >= 0);
      before = addition.after();
    }
  }

  /// The same without anybody having been reminded.
  private static Campaign without(Campaign campaign) {
    return campaign.with(
        campaign.invitations().stream()
            .map(one ->
                new Invitation(
                    one.contractor(), one.tier(), one.rate(), one.since(), one.standing(), false))
            .toList());
  }

  private static Campaign budgeted(Campaign campaign, Budget budget) {
    return new Campaign(
        campaign.state(),
        campaign.bidsNeeded(),
        campaign.urgency(),
        campaign.wanted(),
        campaign.timeline(),
        campaign.checkIns(),
        campaign.invitations(),
        campaign.spentAfter(),
        Optional.of(budget));
  }
}
