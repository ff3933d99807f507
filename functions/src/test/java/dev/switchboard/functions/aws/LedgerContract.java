package dev.switchboard.functions.aws;

import static dev.switchboard.functions.aws.Ports.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.OwnerId;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Content;
import dev.switchboard.send.Failover;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.Objection;
import dev.switchboard.send.Outcome;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Report;
import dev.switchboard.send.Ruling;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import dev.switchboard.send.Sighting;
import dev.switchboard.send.State;
import dev.switchboard.send.Timing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every ledger keeps to.
abstract class LedgerContract {

  private static final Content WORDS = new Content(Optional.of("Subject"), "Hello");

  private final OwnerId owner = Ports.owner();
  private final PurposeId purpose = Ports.purpose();
  private final Send send = Ports.send(owner, purpose, 3, 1);

  abstract Ledger ledger();

  @Test
  void what_was_stored_is_found_as_it_was() {
    var claimed = send.attempting(WORDS, NOW);
    var accepted = claimed.after(new Outcome.Accepted("provider-1"), NOW);
    ledger().plan(List.of(send));

    assertEquals(Optional.of(send), ledger().find(send.id()));
    assertTrue(ledger().advance(send, claimed));
    assertEquals(Optional.of(claimed), ledger().find(send.id()));
    assertTrue(ledger().advance(claimed, accepted));
    assertEquals(Optional.of(accepted), ledger().find(send.id()));
  }

  @Test
  void of_several_those_are_found_that_there_are() {
    var other = Ports.send(Ports.owner(), Ports.purpose(), 1, 1);
    var claimed = send.attempting(WORDS, NOW);
    ledger().plan(List.of(send, other));
    ledger().advance(send, claimed);

    var nowhere = Ports.send(owner, purpose, 3, 9);
    var found = ledger().find(Set.of(send.id(), other.id(), nowhere.id()));

    assertEquals(Set.of(claimed, other), Set.copyOf(found));
    assertEquals(List.of(), ledger().find(Set.of()));
  }

  @Test
  void who_sends_it_is_found_as_it_was() {
    var claimed = send.attempting(WORDS, NOW);
    var refused = new Outcome.Refused(Outcome.Refusal.OUR_MISTAKE, "21606", "no");
    var turned = Failover.of(claimed, refused, 2, NOW).orElseThrow();
    ledger().plan(List.of(claimed));

    assertTrue(ledger().advance(claimed, turned));
    assertEquals(Optional.of(turned), ledger().find(send.id()));
  }

  @Test
  void what_earlier_messages_cost_is_found_as_it_was() {
    var passing = new Objection(Objection.Kind.PASSING, "twilio 30003");
    var report =
        new Report(
            State.UNDELIVERED, "30003", Optional.of(passing), Optional.of(Usd.of("0.01")), NOW);
    var accepted =
        send.attempting(WORDS, NOW).after(new Outcome.Accepted("provider-1"), NOW).asOneAfter(send);
    var again = accepted.reported(report, "provider-1");
    ledger().plan(List.of(send));

    assertTrue(ledger().advance(send, accepted));
    assertTrue(ledger().advance(accepted, again));
    assertEquals(Optional.of(again), ledger().find(send.id()));
    assertEquals(Usd.of("0.01"), again.sunk());
  }

  @Test
  void what_a_person_decided_is_found_as_it_was() {
    var parked =
        send.attempting(WORDS, NOW)
            .after(new Outcome.Unclear("503"), NOW)
            .sighted(new Sighting.Unclear(), NOW.plus(Timing.PARKING));
    var ruling = new Ruling(Ruling.Finding.NOT_SENT, "mary", NOW, Optional.of("not in the log"));
    ledger().plan(List.of(parked));

    assertTrue(ledger().advance(parked, ruling.on(parked)));
    assertEquals(Optional.of(ruling.on(parked)), ledger().find(send.id()));
  }

  @Test
  void planning_twice_leaves_what_is_there() {
    var claimed = send.attempting(WORDS, NOW);
    ledger().plan(List.of(send));
    ledger().advance(send, claimed);

    ledger().plan(List.of(send, Ports.send(owner, purpose, 3, 2)));

    assertEquals(Optional.of(claimed), ledger().find(send.id()));
    assertEquals(2, ledger().shard(owner, purpose, 3).size());
  }

  @Test
  void a_transition_from_what_is_not_stored_any_more_loses() {
    ledger().plan(List.of(send));
    var claimed = send.attempting(WORDS, NOW);
    ledger().advance(send, claimed);

    assertFalse(ledger().advance(send, send.cancelled("cancelled", "too late")));
    assertEquals(Optional.of(claimed), ledger().find(send.id()));
    var nowhere = Ports.send(owner, purpose, 3, 9);
    assertFalse(ledger().advance(nowhere, nowhere.attempting(WORDS, NOW)));
    assertEquals(Optional.empty(), ledger().find(nowhere.id()));
  }

  @Test
  void of_many_workers_one_has_it() throws Exception {
    ledger().plan(List.of(send));
    List<Callable<Boolean>> claims =
        IntStream.range(0, 16)
            .<Callable<Boolean>>mapToObj(
                i -> () -> ledger().advance(send, send.attempting(WORDS, NOW.plusMillis(i))))
            .toList();

    try (var threads = Executors.newFixedThreadPool(8)) {
      var won = threads.invokeAll(claims).stream().filter(Future::resultNow).count();
      assertEquals(1, won);
    }
  }

  @Test
  void a_transition_and_its_fallback_are_stored_together() {
    var bounced = bounced();
    var fallback = bounced.fallback(NOW.plusSeconds(60));

    assertTrue(ledger().advance(accepted(), bounced, fallback));

    assertEquals(Optional.of(bounced), ledger().find(send.id()));
    assertEquals(Optional.of(fallback), ledger().find(fallback.id()));
  }

  @Test
  void without_the_transition_there_is_no_fallback() {
    var bounced = bounced();
    var fallback = bounced.fallback(NOW.plusSeconds(60));

    assertFalse(ledger().advance(send, bounced, fallback));

    assertEquals(Optional.of(accepted()), ledger().find(send.id()));
    assertEquals(Optional.empty(), ledger().find(fallback.id()));
  }

  @Test
  void where_the_fallback_stands_already_neither_is_stored() {
    var bounced = bounced();
    var fallback = bounced.fallback(NOW.plusSeconds(60));
    ledger().plan(List.of(fallback));

    assertFalse(ledger().advance(accepted(), bounced, bounced.fallback(NOW.plusSeconds(90))));

    assertEquals(Optional.of(accepted()), ledger().find(send.id()));
    assertEquals(Optional.of(fallback), ledger().find(fallback.id()));
  }

  @Test
  void transitions_of_two_sends_are_stored_together_or_not_at_all() {
    var bounced = bounced();
    var fallback = bounced.fallback(NOW.plusSeconds(60));
    ledger().advance(accepted(), bounced, fallback);
    var later = bounced.anonymous();
    var withdrawn = fallback.cancelled("cancelled", "by a person");
    var withdrawal = new Ledger.Move(fallback, withdrawn);

    assertFalse(ledger().advance(new Ledger.Move(accepted(), bounced), withdrawal));
    assertEquals(Optional.of(fallback), ledger().find(fallback.id()));
    assertTrue(ledger().advance(new Ledger.Move(bounced, later), withdrawal));
    assertEquals(Optional.of(later), ledger().find(send.id()));
    assertEquals(Optional.of(withdrawn), ledger().find(fallback.id()));
  }

  @Test
  void more_than_a_hundred_are_found_at_once_and_those_that_are_not_there_left_out() {
    var sends =
        IntStream.range(0, 250).mapToObj(i -> Ports.send(owner, purpose, i % 7, i)).toList();
    ledger().plan(sends);
    var ids =
        IntStream.range(0, 300).mapToObj(i -> Ports.send(owner, purpose, i % 7, i).id()).toList();

    assertEquals(Set.copyOf(sends), new HashSet<>(ledger().find(owner, ids)));
    assertEquals(List.of(), ledger().find(owner, List.of()));
  }

  @Test
  void an_id_asked_for_twice_is_found_once() {
    ledger().plan(List.of(send));

    assertEquals(List.of(send), ledger().find(owner, List.of(send.id(), send.id())));
  }

  @Test
  void another_owner_finds_nothing() {
    ledger().plan(List.of(send));
    var other = Ports.owner();

    assertEquals(List.of(), ledger().find(other, List.of(send.id())));
    assertEquals(List.of(), ledger().shard(other, purpose, 3));
    assertEquals(
        Optional.empty(),
        ledger().find(SendId.of(other, purpose, 3, send.id().contact(), send.id().step())));
  }

  @Test
  void a_shard_has_its_own_sends_and_no_others_however_many() {
    var sends = IntStream.range(0, 60).mapToObj(i -> large(i)).toList();
    ledger().plan(sends);
    ledger().plan(List.of(Ports.send(owner, purpose, 5, 1)));

    // More than the megabyte that one page of an answer holds.
    assertEquals(Set.copyOf(sends), Set.copyOf(ledger().shard(owner, purpose, 4)));
    assertEquals(List.of(), ledger().shard(owner, purpose, 6));
  }

  private Send large(int number) {
    var words = new Content(Optional.empty(), "x".repeat(30_000));
    return Ports.send(owner, purpose, 4, number).attempting(words, NOW);
  }

  private Send accepted() {
    return send.attempting(WORDS, NOW).after(new Outcome.Accepted("provider-1"), NOW);
  }

  /// Bounced, after all that was stored before it.
  private Send bounced() {
    ledger().plan(List.of(accepted()));
    return accepted()
        .reported(new Report(State.BOUNCED, "full", Optional.empty(), NOW), "provider-1");
  }
}
