package dev.switchboard.send;

import static dev.switchboard.send.Sends.CALL;
import static dev.switchboard.send.Sends.EMAIL;
import static dev.switchboard.send.Sends.NOW;
import static dev.switchboard.send.Sends.SMS;
import static dev.switchboard.send.Sends.WORDS;
import static dev.switchboard.send.Sends.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchboard.contact.Purpose;
import dev.switchboard.contact.Verdict;
import dev.switchboard.price.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void a_planned_send_is_the_first_of_its_chain_and_the_rest_follows() {
    assertEquals(
        new Send(
            SendId.of(Sends.OWNER, Sends.PURPOSE, 5, Sends.CONTACT, 0),
            Sends.OWNER,
            Purpose.MARKETING,
            CALL,
            State.PLANNED,
            1,
            0,
            0,
            Optional.of(NOW),
            NOW,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Usd.ZERO,
            Usd.ZERO,
            Optional.of(Usd.of("2")),
            List.of(SMS, EMAIL),
            Map.of("lead", "sarah"),
            0,
            Optional.empty()),
        Sends.planned(CALL, SMS, EMAIL));
  }

  @Test
  void a_claim_keeps_the_words_and_ends_with_the_lease() {
    var later = NOW.plus(MINUTE);
    var claimed = Sends.planned(SMS).attempting(WORDS, later);

    assertEquals(
        changed(
            Sends.planned(SMS),
            State.ATTEMPTING,
            1,
            Optional.of(later.plusSeconds(45)),
            later,
            Optional.of(WORDS),
            Optional.empty()),
        claimed);
  }

  @Test
  void an_unclear_attempt_is_looked_for_and_never_planned_again_by_itself() {
    var unknown = Sends.unknown(SMS);

    assertEquals(
        changed(
            Sends.attempting(SMS),
            State.UNKNOWN,
            1,
            Optional.of(NOW.plus(Timing.LOOK_AGAIN)),
            NOW,
            Optional.of(WORDS),
            Optional.of(new Reason("unclear", "503"))),
        unknown);
    assertEquals(
        State.UNKNOWN,
        unknown.sighted(new Sighting.Absent(), NOW.plus(Timing.SETTLING).minusMillis(1)).state());
  }

  @Test
  void absent_after_the_settling_time_it_has_one_more_attempt_and_then_a_person() {
    var settled = NOW.plus(Timing.SETTLING);
    var again = Sends.unknown(SMS).sighted(new Sighting.Absent(), settled);
    assertEquals(State.PLANNED, again.state());
    assertEquals(Optional.of(WORDS), again.content());

    var second = again.attempting(WORDS, settled).after(new Outcome.Unclear("timeout"), settled);
    assertEquals(
        State.UNKNOWN,
        second.sighted(new Sighting.Absent(), settled.plus(Timing.SETTLING)).state());
    var parked = second.sighted(new Sighting.Absent(), settled.plus(Timing.PARKING));
    assertEquals(State.PARKED, parked.state());
    assertEquals(Optional.empty(), parked.due());
  }

  @Test
  void one_that_nobody_can_tell_of_is_parked_after_an_hour() {
    var unknown = Sends.unknown(CALL);

    assertEquals(
        State.UNKNOWN,
        unknown.sighted(new Sighting.Unclear(), NOW.plus(Timing.PARKING).minusMillis(1)).state());
    assertEquals(
        State.PARKED, unknown.sighted(new Sighting.Unclear(), NOW.plus(Timing.PARKING)).state());
  }

  @Test
  void what_was_not_taken_comes_again_later_each_time_and_is_given_up_after_three() {
    var first = Sends.attempting(SMS).after(notTaken(Optional.empty()), NOW);
    assertEquals(Optional.of(NOW.plus(MINUTE)), first.due());
    var second = first.attempting(WORDS, NOW).after(notTaken(Optional.empty()), NOW);
    assertEquals(Optional.of(NOW.plus(MINUTE.multipliedBy(2))), second.due());
    var third = second.attempting(WORDS, NOW).after(notTaken(Optional.empty()), NOW);
    assertEquals(State.REJECTED, third.state());
    assertEquals(
        Optional.of(new Reason("not-taken", "not taken after 3 attempts: refused")),
        third.reason());
  }

  @Test
  void a_provider_that_wants_to_wait_longer_is_obeyed_and_shorter_is_not() {
    var hour = notTaken(Optional.of(Duration.ofHours(1)));
    var second = notTaken(Optional.of(Duration.ofSeconds(1)));

    assertEquals(
        Optional.of(NOW.plus(Duration.ofHours(1))), Sends.attempting(SMS).after(hour, NOW).due());
    assertEquals(Optional.of(NOW.plus(MINUTE)), Sends.attempting(SMS).after(second, NOW).due());
  }

  @Test
  void a_refusal_closes_it_with_the_providers_own_words() {
    for (var refusal : Outcome.Refusal.values()) {
      var closed = Sends.attempting(SMS).after(new Outcome.Refused(refusal, "21610", "no"), NOW);
      var rule =
          switch (refusal) {
            case OPTED_OUT -> "optout-provider";
            case BAD_ADDRESS -> "bad-address";
            case CONTENT -> "content-refused";
            case OUR_MISTAKE -> "our-mistake";
          };
      assertEquals(
          refusal == Outcome.Refusal.OPTED_OUT ? State.SUPPRESSED : State.REJECTED, closed.state());
      assertEquals(Optional.of(new Reason(rule, "no (21610)")), closed.reason());
      assertEquals(Optional.empty(), closed.due());
    }
  }

  @Test
  void the_gate_decides_between_held_blocked_suppressed_and_withdrawn() {
    var until = NOW.plus(Duration.ofHours(14));
    var planned = Sends.planned(SMS);

    var held = planned.judged(new Verdict.Hold(until, "hours-tcpa", "too late"));
    assertEquals(State.HELD, held.state());
    assertEquals(Optional.of(until), held.due());
    assertEquals(State.BLOCKED, planned.judged(new Verdict.Block("budget", "spent")).state());
    assertEquals(State.SUPPRESSED, planned.judged(new Verdict.Block("optout-all", "STOP")).state());
    assertEquals(State.CANCELLED, planned.judged(new Verdict.Block("responded", "yes")).state());
    assertSame(planned, planned.judged(new Verdict.Allow()));
  }

  @Test
  void an_attempt_given_back_does_not_count() {
    var released = Sends.attempting(SMS).released(NOW);

    assertEquals(State.PLANNED, released.state());
    assertEquals(0, released.attempts());
    assertEquals(Optional.of(NOW), released.due());
  }

  @Test
  void only_what_waits_can_be_withdrawn() {
    assertEquals(State.CANCELLED, Sends.planned(SMS).cancelled("cancelled", "by a person").state());
    assertThrows(
        IllegalStateException.class, () -> Sends.attempting(SMS).cancelled("cancelled", "late"));
  }

  @Test
  void a_fallback_is_the_next_step_with_what_is_left_of_the_budget() {
    var due = NOW.plus(MINUTE);
    var fallback =
        Sends.accepted(CALL, SMS, EMAIL)
            .reported(report(State.NO_ANSWER), "provider-1")
            .fallback(due);

    assertEquals(
        Send.planned(
            SendId.of(Sends.OWNER, Sends.PURPOSE, 5, Sends.CONTACT, 1),
            Sends.OWNER,
            Purpose.MARKETING,
            List.of(SMS, EMAIL),
            Optional.of(Usd.of("1.25")),
            Map.of("lead", "sarah"),
            due),
        fallback);
  }

  @Test
  void what_never_left_costs_the_next_step_nothing() {
    var blocked = Sends.planned(CALL, SMS).judged(new Verdict.Block("ai-voice", "no consent"));

    assertEquals(Optional.of(Usd.of("2")), blocked.fallback(NOW).left());
  }

  @Test
  void an_erased_send_keeps_what_happened_and_nothing_of_the_person() {
    var erased = Sends.accepted(SMS, EMAIL).anonymous();

    assertEquals("erased", erased.step().address());
    assertEquals(Optional.of(new Content(Optional.empty(), "erased")), erased.content());
    assertEquals(List.of(), erased.rest());
    assertEquals(Map.of(), erased.facts());
    assertEquals(State.ACCEPTED, erased.state());
    assertEquals(SMS.price(), erased.cost());
  }

  private static Outcome notTaken(Optional<Duration> retryAfter) {
    return new Outcome.NotTaken(retryAfter, "refused");
  }

  private static Send changed(
      Send from,
      State state,
      int attempts,
      Optional<Instant> due,
      Instant since,
      Optional<Content> content,
      Optional<Reason> reason) {
    return new Send(
        from.id(),
        from.owner(),
        from.purpose(),
        from.step(),
        state,
        from.version() + 1,
        attempts,
        from.tries(),
        due,
        since,
        content,
        from.providerId(),
        reason,
        from.cost(),
        from.sunk(),
        from.left(),
        from.rest(),
        from.facts(),
        from.sender(),
        from.ruling());
  }
}
