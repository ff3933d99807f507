package dev.switchboard.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.campaign.Planner.Wish;
import dev.switchboard.price.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The plan linter, and what campaigns bother (CAM-C21, CAM-C24).
class PlanReviewTest {

  private static final Headcount MANY = new Headcount(20, 20, 20);

  @Test
  void a_good_plan_has_no_finding() {
    assertEquals(List.of(), findings(new Need(4, 6), MANY, OpenHours.ALWAYS));
  }

  @Test
  void check_ins_that_may_invite_are_named_when_they_fall_in_quiet_hours() {
    var closed = closed(after(5), after(5.5));

    assertEquals(
        List.of(
            new Finding(
                "check-in-in-quiet-hours",
                "check-in 4 (90 %) falls in quiet hours; invitations leave from "
                    + "2026-03-02T17:30:00Z")),
        findings(new Need(4, 6), MANY, closed));
  }

  @Test
  void a_start_at_night_is_told_and_that_nothing_can_leave_in_time() {
    var found = findings(new Need(4, 6), MANY, closed(after(-1), after(9)));

    assertEquals(
        new Finding(
            "start-in-quiet-hours",
            "the start falls in quiet hours; no invitation can leave before the deadline"),
        found.getFirst());
    assertEquals(4, found.size());
  }

  @Test
  void a_tier_whose_bids_mostly_come_too_late_is_named() {
    assertEquals(
        List.of(
            new Finding(
                "tier-too-slow",
                "tier 2 cannot answer in time: half of its bids take 1.5 h or more, and there are"
                    + " 1.0 h")),
        findings(new Need(1, 1), MANY, OpenHours.ALWAYS));
  }

  @Test
  void what_cannot_be_reached_is_told_as_far_as_it_can() {
    assertEquals(
        List.of("confidence-unreachable", "few-bids-expected"),
        findings(new Need(4, 6), new Headcount(2, 2, 0), OpenHours.ALWAYS).stream()
            .map(Finding::rule)
            .toList());
  }

  @Test
  void nobody_available_is_told() {
    assertEquals(
        List.of(new Finding("no-capacity", "nobody of tier 1, 2 is available")),
        findings(new Need(4, 6), Headcount.NONE, OpenHours.ALWAYS));
  }

  @Test
  void a_budget_that_cuts_is_told() {
    var wish =
        new Wish(
            new Need(4, 6),
            Defaults.WANTED,
            Optional.of(new Budget(Usd.of("0.50"), Usd.of("0.10"))));

    assertEquals(
        List.of(new Finding("budget-cuts", "the budget does not take 1 invitations")),
        findings(wish, MANY, OpenHours.ALWAYS));
  }

  @Test
  void over_contact_is_what_was_invited_beyond_need() {
    var contact = new OverContact(9, 6, 70);

    assertEquals(3, contact.over());
    assertEquals(64, contact.overOfAll());
  }

  private static List<Finding> findings(Need need, Headcount available, OpenHours open) {
    return findings(Wish.of(need), available, open);
  }

  private static List<Finding> findings(Wish wish, Headcount available, OpenHours open) {
    var strategy = Planner.DEFAULT.plan(wish, available);
    return new PlanReview(CampaignSettings.DEFAULT, open)
        .findings(
            strategy,
            CampaignSettings.DEFAULT.urgency(wish.need().hours()),
            Timeline.wallClock(Running.START, wish.need().hours()));
  }

  private static Instant after(double hours) {
    return Running.after(hours);
  }

  /// Open but for that time.
  private static OpenHours closed(Instant from, Instant to) {
    return new OpenHours() {
      @Override
      public Optional<Instant> opening(Instant at) {
        return Optional.of(at.isBefore(from) || !at.isBefore(to) ? at : to);
      }

      @Override
      public Optional<Instant> closing(Instant at) {
        return at.isBefore(from) ? Optional.of(from) : Optional.of(at.plus(Duration.ofDays(9)));
      }
    };
  }
}
