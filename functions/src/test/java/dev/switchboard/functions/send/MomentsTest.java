package dev.switchboard.functions.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.contact.Touch;
import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.outreach.Execution;
import dev.switchboard.send.Send;
import dev.switchboard.send.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What comes in between at each moment of a delivery: a STOP, or a clock that is set anew.
class MomentsTest {

  private static final String ONE =
      "{'goal': 'nurture', 'leads': [{'id': 'sarah', 'phone': '+12125550101', 'score': 2}]}";

  private static final String CHAIN =
      "{'goal': 'appointment', 'leads': [{'id': 'bob', 'phone': '+12125550103',"
          + " 'email': 'bob@example.org', 'score': 9}]}";

  @RegisterExtension private static final DynamoEngine engine = World.engine();

  /// One delivery, and what came in between.
  private interface Moment {
    void come(World world, Send send);
  }

  private interface Claim {
    void holds(World world, Send send);
  }

  /// Lets something happen before each request of a delivery, and after the last one.
  ///
  /// @return how many moments there were
  private static int everywhere(String order, Moment moment, Claim claim) {
    int requests = 0;
    for (int request = 1; request <= requests + 1; request++) {
      var world = new World(engine, "");
      world.orderAndWrite(order);
      var send = world.sends(world.executions().getFirst()).getFirst();
      var worker = new Fragile();
      worker.pauseBefore(request, () -> moment.come(world, send));
      worker.arm(true);
      DeliverSends.delivery(world.services(worker)).deliver(send.id(), () -> 60_000);
      requests = Math.max(requests, worker.count());
      if (worker.count() < request) moment.come(world, send);
      world.messages().lose();
      try {
        claim.holds(world, send);
      } catch (AssertionError e) {
        throw new AssertionError("before request " + request, e);
      }
    }
    return requests;
  }

  @Test
  void of_what_waits_when_a_stop_comes_only_what_is_listed_beside_it_leaves() {
    var listed = new ArrayList<String>();
    var seen = new TreeSet<Integer>();
    int moments =
        everywhere(
            CHAIN,
            (world, send) -> {
              world.services(new Fragile()).replies().received(send.id(), "STOP", world.now());
              listed.clear();
              listed.addAll(touches(world, send));
            },
            (world, send) -> {
              world.live();

              assertEquals(listed, world.calls());
              assertEquals(listed, touches(world, send));
              seen.add(listed.size());
              var state = world.sends(world.executions().getFirst()).getFirst().state();
              assertEquals(listed.isEmpty(), state == State.SUPPRESSED, state.wire());
            });

    assertTrue(moments > 5, "only " + moments);
    assertEquals(List.of(0, 1), List.copyOf(seen));
  }

  private static List<String> touches(World world, Send send) {
    return world
        .services(new Fragile())
        .contacts()
        .find(send.owner(), send.id().contact())
        .orElseThrow()
        .touches()
        .stream()
        .map(Touch::send)
        .toList();
  }

  @Test
  void a_clock_that_jumps_ahead_in_the_middle_of_an_attempt_sends_nothing_twice() {
    assertTrue(jumped(Duration.ofMinutes(90)) > 5);
  }

  /// What was begun before waits until the clock is where it was; nothing else changes.
  @Test
  void a_clock_that_jumps_back_in_the_middle_of_an_attempt_sends_nothing_twice() {
    assertTrue(jumped(Duration.ofMinutes(-90)) > 5);
  }

  private static int jumped(Duration by) {
    return everywhere(
        ONE,
        (world, send) -> {
          world.advance(by);
          DeliverSends.delivery(world.services(new Fragile())).deliver(send.id(), () -> 60_000);
        },
        (world, send) -> {
          world.live();
          assertSentOnce(world, send);
        });
  }

  @Test
  void a_worker_that_dies_before_the_clock_jumps_back_is_replaced_when_its_lease_is_over() {
    int requests = 0;
    var died = true;
    while (died) {
      var world = new World(engine, "");
      world.orderAndWrite(ONE);
      var send = world.sends(world.executions().getFirst()).getFirst();
      world.fragile().dieAfter(++requests);
      world.work();
      died = world.fragile().diedOnce();
      world.advance(Duration.ofMinutes(-90));
      world.messages().lose();
      world.live();
      assertSentOnce(world, send);
    }
    assertTrue(requests > 5, "only " + requests);
  }

  private static void assertSentOnce(World world, Send send) {
    var execution = world.executions().getFirst();
    assertEquals(List.of(send.id().value()), world.calls());
    assertEquals(
        List.of(State.DELIVERED), world.sends(execution).stream().map(Send::state).toList());
    assertEquals(Execution.Status.COMPLETED, execution.status());
  }
}
