package dev.switchboard.campaign;

import static dev.switchboard.campaign.Running.after;
import static dev.switchboard.campaign.Running.campaign;
import static dev.switchboard.campaign.Running.heard;
import static dev.switchboard.campaign.Running.pool;
import static dev.switchboard.campaign.Running.times;
import static dev.switchboard.campaign.Tier.INTERNAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.campaign.Effect.Close;
import dev.switchboard.campaign.Effect.TellFilled;
import dev.switchboard.campaign.Effect.Withdraw;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How a campaign goes on and ends, and what is told of it meanwhile.
class CampaignLifeTest {

  private static final List<Candidate> NOBODY = List.of();

  /// CAM-C22.
  @Test
  void with_enough_bids_what_is_unsent_is_withdrawn_and_the_others_are_told() {
    var campaign = campaign(1, 6, INTERNAL, INTERNAL, INTERNAL, INTERNAL);
    campaign = heard(heard(campaign, Response.DECLINE, 1), Response.BID, 0);
    campaign = held(campaign, 3, after(2));
    var decision = decide(campaign, NOBODY, 1);

    assertEquals(
        List.of(
            new Withdraw(List.of(Contractors.id(3))),
            new TellFilled(List.of(Contractors.id(2))),
            new Close(State.FILLED)),
        decision.effects());
    assertEquals(Optional.empty(), decision.wakeAt());
    var ended = campaign.after(decision);
    assertEquals(State.FILLED, ended.state());
    assertEquals(2, heard(ended, Response.BID, 2).bids());
    assertEquals(List.of(), decide(ended, NOBODY, 5).effects());
  }

  @Test
  void at_the_deadline_it_expires_even_when_paused() {
    var campaign = campaign(4, 6, times(INTERNAL, 6)).in(State.PAUSED);

    assertEquals(List.of(new Close(State.EXPIRED)), decide(campaign, NOBODY, 6).effects());
  }

  @Test
  void paused_nothing_is_done_and_resumed_only_what_is_still_due() {
    var paused = campaign(4, 6, times(INTERNAL, 6)).in(State.PAUSED);

    assertEquals(Optional.empty(), decide(paused, NOBODY, 4.6).checkIn());
    assertEquals(
        Stage.EMERGENCY,
        decide(paused.in(State.RUNNING), NOBODY, 4.6).checkIn().orElseThrow().stage());
  }

  @Test
  void another_deadline_moves_the_check_ins_that_have_not_happened() {
    var campaign = campaign(4, 6, times(INTERNAL, 6));
    campaign = campaign.after(decide(campaign, NOBODY, 1.5));
    var moved =
        campaign.rescheduled(Timeline.wallClock(Running.START, 12), CampaignSettings.DEFAULT);

    assertEquals(
        List.of(after(1.5), after(6), after(9), after(10.8)),
        moved.checkIns().stream().map(CheckIn::at).toList());
    assertEquals(Optional.of(after(6)), decide(moved, NOBODY, 2).wakeAt());
  }

  @Test
  void a_target_that_is_reached_already_fills_it() {
    var campaign = heard(campaign(4, 6, times(INTERNAL, 6)), Response.BID, 0, 1).retargeted(2);

    var effects = decide(campaign, NOBODY, 1).effects();

    assertEquals(new Close(State.FILLED), effects.getLast());
    assertThrows(IllegalStateException.class, () -> campaign.in(State.FILLED).retargeted(3));
  }

  @Test
  void a_bid_that_is_taken_back_counts_no_more() {
    var campaign = heard(campaign(2, 6, times(INTERNAL, 4)), Response.BID, 0, 1);

    assertEquals(1, heard(campaign, Response.DECLINE, 0).bids());
    assertEquals(2, heard(campaign, Response.QUESTION, 0).bids());
  }

  /// CAM-C13.
  @Test
  void refusals_and_bounces_lower_the_forecast_at_once_and_questions_do_not() {
    var campaign = campaign(4, 6, times(INTERNAL, 6));
    var before = forecast(campaign, 1);

    assertTrue(
        forecast(heard(campaign, Response.DECLINE, 0), 1).reach().value() < before.reach().value());
    assertTrue(
        forecast(heard(campaign, Response.BOUNCE, 0), 1).reach().value() < before.reach().value());
    assertEquals(before, forecast(heard(campaign, Response.QUESTION, 0), 1));
  }

  /// CAM-44.
  @Test
  void progress_is_bids_per_bid_needed() {
    var campaign = heard(campaign(4, 6, times(INTERNAL, 6)), Response.BID, 0, 1, 2);

    assertEquals(75.0, forecast(heard(campaign, Response.DECLINE, 3), 1).progressPercent());
  }

  @Test
  void a_held_invitation_is_counted_from_when_it_is_due_and_withdrawn_if_that_is_too_late() {
    var campaign = held(campaign(1, 6, INTERNAL), 0, after(4));
    var curve = CampaignSettings.DEFAULT.pace(Urgency.EMERGENCY).curves().internal();

    assertEquals(0.9 * curve.in(Duration.ofHours(2)), forecast(campaign, 1).reach().value(), 1e-12);
    assertEquals(0, forecast(campaign, 1).expectedByNow());
    var late = held(campaign, 0, after(6));
    assertEquals(
        List.of(new Withdraw(List.of(Contractors.id(0)))), decide(late, NOBODY, 1).effects());
  }

  /// CAM-C10.
  @Test
  void polls_come_between_check_ins_and_give_way_to_them() {
    var campaign = campaign(4, 24, times(INTERNAL, 6));

    assertTrue(!Steward.DEFAULT.pollDue(campaign, after(0), after(5.9)));
    assertTrue(!Steward.DEFAULT.pollDue(campaign, after(0), after(6)));
    var checked = campaign.after(decide(campaign, NOBODY, 6));
    assertTrue(Steward.DEFAULT.pollDue(checked, after(0), after(6)));
    assertTrue(!Steward.DEFAULT.pollDue(checked.in(State.PAUSED), after(0), after(6)));
  }

  private static Decision decide(Campaign campaign, List<Candidate> pool, double hours) {
    return Steward.DEFAULT.decide(campaign, pool, after(hours));
  }

  private static Forecast forecast(Campaign campaign, double hours) {
    return Steward.DEFAULT.forecast(campaign, after(hours));
  }

  private static Campaign held(Campaign campaign, int contractor, Instant due) {
    return campaign.each(
        List.of(Contractors.id(contractor)),
        one ->
            new Invitation(
                one.contractor(), one.tier(), one.rate(), due, Standing.HELD, one.reminded()));
  }
}
