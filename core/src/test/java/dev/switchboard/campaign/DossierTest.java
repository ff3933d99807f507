package dev.switchboard.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.Strategy.Proposal;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Policy;
import dev.switchboard.send.PurposeId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DossierTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final Planner.Wish WISH = Planner.Wish.of(new Need(4, 6));

  @Test
  void a_launch_invites_and_lets_it_run() {
    var launched = launched(3);

    assertEquals(State.RUNNING, launched.campaign().state());
    assertEquals(
        List.of(contractor(0), contractor(1), contractor(2)),
        launched.campaign().invitations().stream().map(Invitation::contractor).toList());
    assertEquals(launched.history(), launched.outstanding());
    assertEquals(List.of(), launched.carriedOut().outstanding());
  }

  @Test
  void a_launch_is_told_with_the_forecast_that_it_makes() {
    var launched = launched(6);

    var decision = launched.history().getFirst();

    assertTrue(decision.forecast().reach().value() > 0.9);
    assertEquals(Optional.of(NOW.plus(Duration.ofMinutes(90))), decision.wakeAt());
  }

  @Test
  void whoever_is_heard_twice_with_the_same_is_heard_once() {
    var heard = launched(3).heard(answer(0, Response.BID, ""));

    assertSame(heard, heard.heard(answer(0, Response.BID, "")));
    assertEquals(1, heard.campaign().bids());
  }

  @Test
  void a_bid_that_is_taken_back_and_made_again_counts() {
    var heard =
        launched(3)
            .heard(answer(0, Response.BID, ""))
            .heard(answer(0, Response.DECLINE, ""))
            .heard(answer(0, Response.BID, ""));

    assertEquals(1, heard.campaign().bids());
    assertEquals(3, heard.answers().size());
  }

  @Test
  void of_one_contractor_the_latest_answers_are_kept() {
    var dossier = launched(3).heard(answer(1, Response.BID, ""));
    for (int question = 0; question < 9; question++)
      dossier = dossier.heard(answer(0, Response.QUESTION, "question " + question));

    assertEquals(
        Stream.concat(
                Stream.of(answer(1, Response.BID, "")),
                IntStream.range(4, 9)
                    .mapToObj(it -> answer(0, Response.QUESTION, "question " + it)))
            .toList(),
        dossier.answers());
  }

  @Test
  void what_happens_is_pending_until_the_machine_looked() {
    var dossier = launched(3);
    assertFalse(dossier.watch().pending());

    var heard = dossier.armed("token").heard(answer(0, Response.BID, ""));
    assertTrue(heard.watch().pending());
    assertEquals(Optional.of("token"), heard.watch().token());

    var nothing = Steward.DEFAULT.decide(heard.campaign(), List.of(), NOW);
    var looked = heard.looked(nothing, nothing.wakeAt());
    assertFalse(looked.watch().pending());
    assertEquals(Optional.empty(), looked.watch().token());
    assertEquals(nothing.wakeAt(), looked.watch().wakeAt());
  }

  @Test
  void a_decision_settles_what_a_person_wanted_and_what_was_reserved() {
    var wanted = launched(3).reserving(List.of(contractor(7))).escalated(Stage.EMERGENCY);
    var decision = Steward.DEFAULT.escalate(wanted.campaign(), Stage.EMERGENCY, List.of(), NOW);

    assertEquals(new Duty(0, List.of(), Optional.empty()), wanted.decided(decision).duty());
  }

  @Test
  void who_cancels_takes_back_what_has_not_left() {
    var launched = launched(2);
    var out = launched.told(launched.campaign().accepted(contractor(0), NOW)).campaign();
    var forecast = Steward.DEFAULT.forecast(out, NOW);

    var cancelled = Turn.cancelled(out, forecast, "mary", NOW);

    assertEquals(
        List.of(new Effect.Withdraw(List.of(contractor(1))), new Effect.Close(State.CANCELLED)),
        cancelled.effects());
    assertEquals("mary cancelled it", cancelled.because());
    assertEquals(State.CANCELLED, out.after(cancelled).state());
  }

  @Test
  void who_finishes_tells_those_that_wait() {
    var launched = launched(2);
    var out = launched.told(launched.campaign().accepted(contractor(0), NOW)).campaign();

    var finished = Turn.finished(out, Steward.DEFAULT.forecast(out, NOW), "mary", NOW);

    assertEquals(
        List.of(
            new Effect.Withdraw(List.of(contractor(1))),
            new Effect.TellFilled(List.of(contractor(0))),
            new Effect.Close(State.FILLED)),
        finished.effects());
    assertEquals("mary finished it with 0 of 4 bids in", finished.because());
  }

  @Test
  void a_held_invitation_moves_to_its_hour_and_one_that_left_does_not() {
    var launched = launched(2).campaign();
    var later = NOW.plus(Duration.ofHours(2));

    var moved = launched.accepted(contractor(0), NOW).held(contractor(0), later);

    assertEquals(NOW, moved.invitations().getFirst().since());
    assertEquals(later, launched.held(contractor(1), later).invitations().getLast().since());
    assertEquals(
        Standing.WITHDRAWN, launched.withdrawn(contractor(1)).invitations().getLast().standing());
  }

  private static Dossier launched(int invited) {
    var timeline = Timeline.wallClock(NOW, 6);
    var draft =
        Campaign.launched(WISH, timeline, CampaignSettings.DEFAULT, List.of()).in(State.DRAFT);
    var candidates =
        IntStream.range(0, invited)
            .mapToObj(it -> new Candidate(contractor(it), Tier.INTERNAL, 0.9, NOW))
            .toList();
    var plan = (Proposal) Planner.DEFAULT.plan(WISH, candidates, timeline).strategy();
    var dossier = Dossier.drafted(head(), plan, draft, Steward.DEFAULT.forecast(draft, NOW));
    return dossier.decided(Turn.launched(Steward.DEFAULT, draft, candidates, "as planned", NOW));
  }

  private static Dossier.Head head() {
    var site = new Site(40.7, -74, ZoneId.of("America/New_York"));
    var policy =
        new Policy(
            Policy.Mode.ENFORCE,
            Set.of(),
            3,
            Duration.ofDays(7),
            Duration.ofMinutes(30),
            Optional.empty());
    return new Dossier.Head(
        new OwnerId("acme"),
        new PurposeId("campaign-0000001"),
        new BidCard("Kitchen remodel", "kitchen", site, WISH, Optional.empty(), false),
        new House(Optional.empty(), policy, "https://switchboard.example"),
        "mary",
        NOW);
  }

  private static ContactId contractor(int number) {
    return new ContactId("contact-%08d".formatted(number));
  }

  private static Answer answer(int number, Response response, String note) {
    return new Answer(
        contractor(number),
        response,
        Optional.empty(),
        Optional.of(note).filter(it -> !it.isEmpty()),
        "api",
        NOW);
  }
}
