package dev.switchboard.functions.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.contact.Suppression;
import dev.switchboard.contact.Touch;
import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Execution.Status;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import dev.switchboard.send.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A thousand sends that wait, six workers at once, and somebody who comes between.
class ThousandTest {

  private static final int SENDS = 1_000;
  private static final int WORKERS = 6;
  private static final int STOPS = 300;

  private final Random random = new Random(20261121);

  private DynamoEngine engine;
  private World world;

  @BeforeEach
  void order() {
    engine = World.engine();
    world = new World(engine, "");
    world.orderAndWrite(
        IntStream.range(0, SENDS)
            .mapToObj("{'id': 'k%1$d', 'email': 'k%1$d@example.org'}"::formatted)
            .collect(Collectors.joining(",", "{'goal': 'nurture', 'leads': [", "]}")));
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private Execution execution() {
    return world.executions().getFirst();
  }

  /// All sends, in no order.
  private Queue<SendId> shuffled() {
    var ids =
        world.sends(execution()).stream()
            .map(Send::id)
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(ids, random);
    return new ConcurrentLinkedQueue<>(ids);
  }

  /// Takes each send as far as it goes; `meanwhile` runs beside the workers, given how many sends
  /// they took in hand so far.
  private void deliver(Queue<SendId> ids, Meanwhile meanwhile) throws Exception {
    var taken = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var work =
          IntStream.range(0, WORKERS)
              .mapToObj(_ -> threads.submit(() -> work(ids, taken)))
              .toList();
      meanwhile.happens(taken);
      for (var each : work) each.get();
    }
  }

  private interface Meanwhile {
    void happens(AtomicInteger taken) throws Exception;
  }

  private Void work(Queue<SendId> ids, AtomicInteger taken) {
    var delivery = DeliverSends.delivery(world.services(new Fragile()));
    for (var id = ids.poll(); id != null; id = ids.poll()) {
      taken.incrementAndGet();
      delivery.deliver(id, () -> 60_000);
    }
    return null;
  }

  private static void until(AtomicInteger taken, int count) {
    while (taken.get() < count) Thread.onSpinWait();
  }

  @Test
  void whoever_says_stop_is_not_reached_but_by_what_is_listed_beside_it() throws Exception {
    var ids = shuffled();
    var people = ids.stream().map(SendId::contact).collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(people, random);
    var stopped = new HashMap<String, List<String>>();

    deliver(
        ids,
        taken -> {
          var contacts = world.services(new Fragile()).contacts();
          for (int i = 0; i < STOPS; i++) {
            until(taken, Math.min(SENDS, i * SENDS / STOPS));
            var person = people.get(i);
            var at = contacts.suppress(world.owner(), person, optOut());
            stopped.put(person.value(), at.touches().stream().map(Touch::send).toList());
          }
        });

    var calls = Set.copyOf(world.calls());
    var after = 0;
    for (var send : world.sends(execution())) {
      var listed = stopped.get(send.id().contact().value());
      if (listed == null) assertTrue(calls.contains(send.id().value()), send.toString());
      else if (calls.contains(send.id().value())) assertEquals(List.of(send.id().value()), listed);
      else {
        after++;
        assertEquals(State.SUPPRESSED, send.state(), send.toString());
      }
    }
    assertTrue(after > STOPS / 4, "only " + after);
    assertEquals(SENDS - after, world.calls().size());
  }

  private Suppression optOut() {
    return new Suppression(
        Optional.empty(), Optional.empty(), Suppression.Reason.OPT_OUT, "STOP", world.now());
  }

  @Test
  void pausing_and_resuming_skips_nobody_and_repeats_nothing() throws Exception {
    deliver(
        shuffled(),
        taken -> {
          until(taken, SENDS / 3);
          change(Status.PAUSED);
        });
    var before = world.calls().size();
    assertTrue(before < SENDS && before > 0, "left " + before);

    deliver(shuffled(), taken -> until(taken, SENDS));
    assertEquals(before, world.calls().size());

    change(Status.RUNNING);
    deliver(shuffled(), taken -> until(taken, SENDS));
    assertEquals(Map.of(State.ACCEPTED, SENDS), states());
    assertEquals(SENDS, Set.copyOf(world.calls()).size());
    assertEquals(SENDS, world.calls().size());
  }

  @Test
  void what_waits_when_it_is_cancelled_does_not_leave() throws Exception {
    deliver(
        shuffled(),
        taken -> {
          until(taken, SENDS / 3);
          change(Status.CANCELLED);
        });

    var left = world.calls().size();
    assertTrue(left < SENDS && left > 0, "left " + left);
    assertEquals(Map.of(State.ACCEPTED, left, State.CANCELLED, SENDS - left), states());
  }

  private void change(Status status) {
    var executions = world.services(new Fragile()).executions();
    assertTrue(executions.change(execution(), execution().with(status)));
    // A worker goes by what it read a second ago.
    world.advance(Duration.ofSeconds(2));
  }

  private Map<State, Integer> states() {
    return world.sends(execution()).stream()
        .collect(Collectors.toMap(Send::state, _ -> 1, Integer::sum));
  }
}
