package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/// Campaigns on the real machine, under a set clock: check-ins of six hours are after 90, 180, 270
/// and 324 minutes.
class CampaignTest {

  @Test
  void a_campaign_that_fills_before_its_first_check_in_is_over_at_once() {
    try (var bidding = Bidding.start(8, 12, 0)) {
      var campaign = bidding.campaign(6, 4);
      bidding.advance(20);
      assertEquals(
          List.of("0 out", "1 out", "2 out", "3 out", "4 out", "5 out"),
          bidding.standings(campaign));
      for (int number = 0; number < 4; number++) bidding.answer(campaign, number, "BID");
      bidding.advance(2);

      assertEquals("filled", bidding.state(campaign));
      assertEquals(
          List.of("6 invited", "2 told that it is filled", "filled"), bidding.effects(campaign));
      assertEquals(List.of(), bidding.stages(campaign));
      assertEquals(2, bidding.got(5).size());
      assertTrue(bidding.got(5).getLast().contains("is filled, no bid is needed"));
      assertEquals(1, bidding.got(0).size());
      assertEquals(ExecutionStatus.SUCCEEDED, bidding.execution(campaign).status());
      assertEquals(List.of(), bidding.busy());
    }
  }

  @Test
  void silence_is_warned_of_at_the_first_check_in_and_nobody_more_is_invited() {
    try (var bidding = Bidding.start(8, 12, 0)) {
      var campaign = bidding.campaign(6, 4);
      bidding.advance(91);

      assertEquals(List.of("6 invited", "early warning"), bidding.effects(campaign));
      assertEquals(List.of("warning"), bidding.stages(campaign));
      assertTrue(bidding.shown(campaign).path("early_warning").asBoolean());
      assertEquals("running", bidding.state(campaign));
      assertEquals(ExecutionStatus.RUNNING, bidding.execution(campaign).status());
    }
  }

  @Test
  void a_campaign_that_is_behind_at_half_time_invites_more_of_tiers_1_and_2() {
    try (var bidding = Bidding.start(8, 12, 9)) {
      var campaign = bidding.campaign(6, 4);
      bidding.advance(181);

      assertEquals(List.of("warning", "escalation"), bidding.stages(campaign));
      var added = bidding.shown(campaign).path("history").path(2).path("added");
      assertTrue(added.size() > 2);
      added.forEach(one -> assertTrue(one.path("tier").asInt() <= 2));
      added.forEach(one ->
          assertTrue(
              one.path("after").decimalValue().compareTo(one.path("before").decimalValue()) > 0));
      added.forEach(one ->
          assertTrue(
              standing(bidding, campaign, one.path("contractor_id").asText()).equals("out")));
    }
  }

  @Test
  void far_behind_an_emergency_invites_tier_3_as_well() {
    try (var bidding = Bidding.start(3, 1, 9)) {
      var campaign = bidding.campaign(6, 4);
      bidding.advance(271);

      assertEquals(List.of("warning", "escalation", "emergency"), bidding.stages(campaign));
      // The ninth would add less than two hundredths: the wanted confidence is out of reach.
      assertEquals(
          List.of(
              "4 invited",
              "early warning",
              "escalation: 0 more invited",
              "emergency: 8 more invited"),
          bidding.effects(campaign));
      assertEquals(12, bidding.standings(campaign).size());
    }
  }

  @Test
  void an_empty_tier_is_skipped_at_once() {
    try (var bidding = Bidding.start(2, 0, 9)) {
      var campaign = bidding.campaign(24, 2);

      assertTrue(bidding.standings(campaign).size() > 2);
      assertTrue(bidding.standings(campaign).contains("2 out"));
    }
  }

  @Test
  void the_last_push_reminds_through_another_channel_once() {
    try (var bidding = Bidding.start(3, 0, 0)) {
      var campaign = bidding.campaign(6, 4);
      bidding.answer(campaign, 0, "BID");
      bidding.advance(326);

      assertEquals(
          List.of("warning", "escalation", "emergency", "final_push"), bidding.stages(campaign));
      assertTrue(bidding.effects(campaign).contains("2 reminded"));
      assertEquals(1, bidding.got(0).size());
      assertEquals(List.of("email"), bidding.product().channels("c1@example.org"));
      assertTrue(bidding.got(1).getLast().contains("still wanted"));
      bidding.advance(60);
      assertEquals("expired", bidding.state(campaign));
      assertEquals(ExecutionStatus.SUCCEEDED, bidding.execution(campaign).status());
      assertEquals(2, bidding.got(1).size());
    }
  }

  @Test
  void a_spent_wave_triggers_the_next_check_in_at_once_and_once() {
    try (var bidding = Bidding.start(6, 6, 0)) {
      var campaign = bidding.campaign(6, 4);
      for (int number = 0; number < 6; number++) bidding.answer(campaign, number, "DECLINE");
      bidding.advance(2);

      assertEquals(List.of("escalation"), bidding.stages(campaign));
      assertTrue(bidding.shown(campaign).path("history").path(1).path("early").asBoolean());
      assertEquals(12, bidding.standings(campaign).size());
    }
  }

  @Test
  void another_deadline_is_waited_for_while_it_runs() {
    try (var bidding = Bidding.start(8, 12, 0)) {
      var campaign = bidding.campaign(6, 4);
      bidding.advance(60);
      var changed = bidding.change(campaign, "{\"timeline_hours\": 12}");

      assertEquals(200, changed.status());
      var start = Instant.parse(changed.body().path("starts_at").asText());
      assertEquals(
          start.plus(Duration.ofHours(3)).toString(),
          changed.body().path("check_ins").path(0).path("at").asText());
      bidding.advance(60);
      assertEquals(List.of(), bidding.stages(campaign));
      bidding.advance(62);
      assertEquals(List.of("warning"), bidding.stages(campaign));
    }
  }

  @Test
  void a_target_that_is_reached_already_fills_it() {
    try (var bidding = Bidding.start(8, 12, 0)) {
      var campaign = bidding.campaign(6, 4);
      bidding.answer(campaign, 0, "BID");
      bidding.answer(campaign, 1, "BID");
      assertEquals("running", bidding.state(campaign));
      bidding.change(campaign, "{\"bids_needed\": 2}");

      assertEquals("filled", bidding.state(campaign));
      assertEquals(409, bidding.change(campaign, "{\"bids_needed\": 3}").status());
    }
  }

  @Test
  void who_cancels_ends_it_and_gives_the_places_back() {
    try (var bidding = Bidding.start(8, 12, 0)) {
      var campaign = bidding.campaign(6, 4);
      assertFalse(bidding.busy().isEmpty());
      assertEquals(202, bidding.steer(campaign, "cancel").status());

      assertEquals("cancelled", bidding.state(campaign));
      assertEquals(ExecutionStatus.SUCCEEDED, bidding.execution(campaign).status());
      assertEquals(List.of(), bidding.busy());
      assertEquals(409, bidding.steer(campaign, "pause").status());
      assertEquals(202, bidding.steer(campaign, "cancel").status());
    }
  }

  @Test
  void paused_it_does_nothing_and_resumed_only_what_is_still_due() {
    try (var bidding = Bidding.start(8, 12, 0)) {
      var campaign = bidding.campaign(6, 4);
      bidding.steer(campaign, "pause");
      bidding.advance(200);
      assertEquals(List.of(), bidding.stages(campaign));
      bidding.steer(campaign, "resume");

      assertEquals(List.of("escalation"), bidding.stages(campaign));
      assertEquals(
          "warning",
          bidding.shown(campaign).path("history").path(1).path("skipped").path(0).asText());
    }
  }

  @Test
  void a_person_may_invite_more_whatever_the_forecast() {
    try (var bidding = Bidding.start(2, 6, 9)) {
      var campaign = bidding.campaign(6, 2);
      int before = bidding.standings(campaign).size();
      bidding.steer(campaign, "escalate", "{\"stage\": \"emergency\"}");

      assertEquals(List.of(), bidding.stages(campaign));
      assertTrue(bidding.effects(campaign).getLast().startsWith("emergency: "));
      assertTrue(bidding.standings(campaign).size() >= before);
    }
  }

  @Test
  void who_finishes_is_content_and_the_others_are_told() {
    try (var bidding = Bidding.start(8, 12, 0)) {
      var campaign = bidding.campaign(6, 4);
      bidding.advance(5);
      bidding.answer(campaign, 0, "BID");
      bidding.steer(campaign, "finish");
      bidding.advance(2);

      assertEquals("filled", bidding.state(campaign));
      assertTrue(bidding.got(1).getLast().contains("is filled"));
    }
  }

  @Test
  void what_is_heard_twice_counts_once_and_a_late_bid_is_recorded() {
    try (var bidding = Bidding.start(8, 12, 0)) {
      var campaign = bidding.campaign(6, 2);
      for (int twice = 0; twice < 2; twice++) {
        bidding.answer(campaign, 0, "BID");
        bidding.answer(campaign, 1, "BID");
      }
      bidding.answer(campaign, 2, "BID");

      var shown = bidding.shown(campaign);
      assertEquals("filled", shown.path("state").asText());
      assertEquals(3, shown.path("responses").size());
      assertEquals(150, shown.path("progress").path("percent").asInt());
      assertEquals(1, bidding.effects(campaign).stream().filter("filled"::equals).count());
    }
  }

  @Test
  void where_nobody_is_available_it_says_so() {
    try (var bidding = Bidding.start(0, 0, 4)) {
      var answer = bidding.create(6, 4);

      assertEquals(422, answer.status());
      assertEquals("/problems/no-capacity", answer.body().path("type").asText());
      assertTrue(answer.body().path("detail").asText().contains("NO_CAPACITY"));
    }
  }

  private static String standing(Bidding bidding, String campaign, String contractor) {
    for (var one : bidding.shown(campaign).path("invitations"))
      if (one.path("contractor_id").asText().equals(contractor))
        return one.path("standing").asText();
    return "";
  }
}
