package dev.switchboard.send;

import static dev.switchboard.send.Sends.NOW;
import static dev.switchboard.send.Sends.WORDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import dev.switchboard.contact.Verdict;
import dev.switchboard.price.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds for every life that a send can have.
class SendLifeTest {

  private static final List<State> REPORTED =
      Arrays.stream(State.values()).filter(it -> it.rank() >= 3 && it.rank() <= 4).toList();

  @Test
  void each_transition_is_one_version_and_a_due_time_is_there_until_it_is_settled() {
    Cases.check(
        2_000,
        random ->
            live(
                random,
                (before, _, after, _) -> {
                  assertEquals(before.version() + 1, after.version());
                  assertEquals(after.state().settled(), after.due().isEmpty(), after.toString());
                }));
  }

  @Test
  void a_settled_send_only_moves_forward_in_rank_and_a_taken_one_never_goes_back() {
    Cases.check(
        2_000,
        random ->
            live(
                random,
                (before, _, after, _) -> {
                  if (before.state().settled()) {
                    assertTrue(after.state().settled());
                    assertTrue(
                        after.state().rank() > before.state().rank() || charged(before, after),
                        before + " to " + after);
                  }
                  if (before.state().taken())
                    assertTrue(
                        after.state().taken() || after.comesAgain(), before + " to " + after);
                }));
  }

  private static boolean charged(Send before, Send after) {
    return new Change(before).cost(after.cost().minus(after.sunk())).done().equals(after);
  }

  @Test
  void an_unclear_send_is_attempted_again_only_when_absent_after_settling_and_only_once() {
    Cases.check(
        2_000,
        random ->
            live(
                random,
                (before, move, after, now) -> {
                  if (before.state() != State.UNKNOWN || !after.state().waiting()) return;
                  if (after.comesAgain()) return;
                  assertEquals("absent", move);
                  assertFalse(now.isBefore(before.since().plus(Timing.SETTLING)));
                  assertTrue(before.attempts() - before.tries() < 2);
                }));
  }

  @Test
  void words_that_were_stored_stay_and_due_times_never_come_nearer() {
    Cases.check(
        2_000,
        random ->
            live(
                random,
                (before, _, after, _) -> {
                  if (before.content().isPresent()) assertEquals(before.content(), after.content());
                  // What the markers of the openings rely on, but for what comes again: it wakes.
                  if (after.comesAgain()) return;
                  if (before.due().isPresent() && after.due().isPresent())
                    assertFalse(
                        after.due().get().isBefore(before.due().get()), before + " to " + after);
                }));
  }

  @Test
  void reports_in_any_order_and_number_end_in_the_furthest_state() {
    Cases.check(
        1_000,
        random -> {
          var told = new ArrayList<Report>();
          for (int i = 0; i <= random.nextInt(5); i++)
            told.add(Sends.report(REPORTED.get(random.nextInt(REPORTED.size()))));
          var best = told.stream().mapToInt(it -> it.state().rank()).max().orElseThrow();
          var unknown = Sends.unknown(Sends.SMS);
          var parked = unknown.sighted(new Sighting.Unclear(), NOW.plus(Timing.PARKING));
          for (var send : List.of(Sends.accepted(Sends.SMS), unknown, parked)) {
            var again = new ArrayList<>(told);
            again.addAll(told);
            Collections.shuffle(again, random);
            var end = send;
            for (var report : again) end = end.reported(report, "provider-1");
            assertEquals(best, end.state().rank());
            for (var report : again) assertEquals(end, end.reported(report, "provider-1"));
          }
        });
  }

  @Test
  void a_text_that_was_delivered_and_came_back_has_bounced_whatever_came_first() {
    for (var order :
        List.of(List.of(State.DELIVERED, State.BOUNCED), List.of(State.BOUNCED, State.DELIVERED))) {
      var end = Sends.accepted(Sends.EMAIL);
      for (var state : order) end = end.reported(Sends.report(state), "provider-1");
      assertEquals(State.BOUNCED, end.state());
    }
  }

  private interface Claim {
    void holds(Send before, String move, Send after, Instant now);
  }

  /// Lives a life of twenty random transitions, each one that a worker could make.
  private static void live(Random random, Claim claim) {
    var send = Sends.planned(Sends.CALL, Sends.SMS);
    var now = NOW;
    for (int i = 0; i < 20; i++) {
      now = now.plus(Duration.ofSeconds(random.nextInt(1_200)));
      var due = send.due().filter(it -> random.nextInt(4) > 0);
      if (due.isPresent() && due.get().isAfter(now)) now = due.get();
      var moves = moves(send, now);
      if (moves.isEmpty()) return;
      var move = moves.get(random.nextInt(moves.size()));
      var after = make(send, move, now);
      if (after.equals(send)) continue;
      claim.holds(send, move, after, now);
      send = after;
    }
  }

  private static List<String> moves(Send send, Instant now) {
    var moves =
        new ArrayList<>(List.of("DELIVERED", "NO_ANSWER", "VOICEMAIL", "BOUNCED", "passing"));
    switch (send.state()) {
      case PLANNED, HELD -> {
        moves.add("withdraw");
        if (Next.of(send, now) == Next.ATTEMPT) moves.addAll(List.of("claim", "hold", "block"));
      }
      case ATTEMPTING ->
          moves.addAll(List.of("accepted", "unclear", "not-taken", "refused", "expire", "hold"));
      case UNKNOWN -> {
        if (Next.of(send, now) == Next.RECONCILE)
          moves.addAll(List.of("absent", "absent", "cannot-tell", "found"));
      }
      case ACCEPTED -> moves.add("unreported");
      case NO_REPORT, DELIVERED, UNDELIVERED, VOICEMAIL, NO_ANSWER, BOUNCED, ANSWERED -> {}
      case REJECTED, SUPPRESSED, BLOCKED, CANCELLED, PARKED -> {}
    }
    return moves;
  }

  private static Send make(Send send, String move, Instant now) {
    return switch (move) {
      case "withdraw" -> send.cancelled("cancelled", "by a person");
      case "claim" -> send.attempting(send.content().orElse(WORDS), now);
      case "hold" -> send.judged(new Verdict.Hold(now.plusSeconds(3_600), "hours-tcpa", "late"));
      case "block" -> send.judged(new Verdict.Block("budget", "spent"));
      case "accepted" -> send.after(new Outcome.Accepted("provider-1"), now);
      case "unclear" -> send.after(new Outcome.Unclear("503"), now);
      case "not-taken" -> send.after(new Outcome.NotTaken(Optional.empty(), "429"), now);
      case "refused" ->
          send.after(new Outcome.Refused(Outcome.Refusal.CONTENT, "30007", "filtered"), now);
      case "expire" -> send.leaseExpired(now);
      case "absent" -> send.sighted(new Sighting.Absent(), now);
      case "cannot-tell" -> send.sighted(new Sighting.Unclear(), now);
      case "found" -> send.sighted(new Sighting.Found("provider-1"), now);
      case "unreported" -> send.unreported(now);
      case "passing" ->
          send.reported(
              Sends.report(State.NO_ANSWER)
                  .with(new Objection(Objection.Kind.PASSING, "vapi daily-limit")),
              "provider-1");
      default ->
          send.reported(
              new Report(State.valueOf(move), "told", Optional.of(Usd.of("0.01")), now),
              "provider-1");
    };
  }
}
