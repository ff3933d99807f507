package dev.switchboard.functions.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.contact.Channel;
import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.outreach.Execution;
import dev.switchboard.send.Send;
import dev.switchboard.send.State;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Kills a process after each of its requests, and lets the others go on: whatever the moment,
/// nobody is reached twice and nothing is left behind.
class CrashTest {

  private static final String ONE =
      "{'goal': 'appointment', 'leads': [{'id': 'sarah', 'phone': '+12125550101',"
          + " 'email': 'sarah@example.org', 'score': 9}]}";

  /// The first call is not taken, the second not answered; then the chain goes on.
  private static final String NO_ANSWER =
      "{'+12125550101': {'voice_call': [{'attempt': 'not_taken'},"
          + " {'reports': [{'after': 'PT20S', 'state': 'no_answer'}]}]}}";

  private static final String OPTED_OUT =
      "{'+12125550101': {'voice_call': [{'attempt': 'opted_out'}]}}";

  @RegisterExtension private static final DynamoEngine engine = World.engine();

  private interface Life {
    void live(World world);
  }

  /// @return how many requests there were to die at
  private static int killEverywhere(String scenario, boolean sweeps, Life life) {
    int request = 0;
    var died = true;
    while (died) {
      request++;
      var world = new World(engine, scenario);
      if (sweeps) world.countSweeps();
      world.fragile().dieAfter(request);
      try {
        life.live(world);
      } catch (AssertionError e) {
        throw new AssertionError("killed after request " + request, e);
      }
      died = world.fragile().diedOnce();
    }
    return request;
  }

  @Test
  void whatever_moment_a_worker_dies_at_each_message_leaves_once() {
    var requests =
        killEverywhere(
            NO_ANSWER,
            false,
            world -> {
              assertEquals(202, ordered(world));
              world.live();
              assertAllDone(world);
            });

    assertTrue(requests > 20, "only " + requests);
  }

  @Test
  void whatever_moment_worker_or_sweeper_die_at_everything_ends() {
    killEverywhere(
        "",
        true,
        world -> {
          assertEquals(202, ordered(world));
          world.messages().lose();
          world.live();
          assertAllDone(world);
        });
  }

  @Test
  void whatever_moment_a_worker_dies_at_an_opt_out_of_a_call_stops_texts_too() {
    var requests =
        killEverywhere(
            OPTED_OUT,
            false,
            world -> {
              assertEquals(202, ordered(world));
              world.live();
              var sends = world.sends(world.executions().getFirst());
              var left =
                  sends.stream().filter(send -> send.state().taken()).map(Send::channel).toList();
              assertEquals(List.of(Channel.EMAIL), left, states(sends));
            });

    assertTrue(requests > 20, "only " + requests);
  }

  @Test
  void an_order_that_dies_on_the_way_is_sent_once_by_the_same_key() {
    var answers = new TreeSet<List<Integer>>(Comparator.comparing(List::toString));
    killEverywhere(
        "",
        false,
        world -> {
          var first = world.order(ONE, "key-1");
          world.sweep();
          world.advance(Duration.ofSeconds(61));
          world.sweep();
          var second = world.order(ONE, "key-1");
          answers.add(List.of(first, second, world.order(ONE, "key-1")));
          world.live();
          assertTrue(
              world.executions().stream()
                  .skip(1)
                  .allMatch(it -> it.status() == Execution.Status.CANCELLED));
          assertAllDone(world);
        });

    // What died without an answer is gone on with, or given up when it was not kept to its end.
    assertEquals(
        "[[0, 202, 202], [0, 503, 202], [202, 0, 202], [202, 202, 0], [202, 202, 202]]",
        answers.toString());
  }

  @Test
  void an_order_that_died_and_is_not_repeated_leaves_completely_or_not_at_all() {
    killEverywhere(
        "",
        false,
        world -> {
          world.order(ONE, "key-1");
          world.live();
          for (var execution : world.executions()) {
            var sends = world.sends(execution);
            if (execution.status() == Execution.Status.COMPLETED) assertAllDone(world);
            else {
              assertEquals(Execution.Status.CANCELLED, execution.status());
              assertEquals(List.of(), world.calls());
              assertTrue(
                  sends.stream().allMatch(it -> it.state() == State.CANCELLED), states(sends));
            }
          }
        });
  }

  @Test
  void two_workers_with_the_same_message_send_once_wherever_they_meet() {
    assertEquals(Set.of(1), meetings(true));
  }

  @Test
  void without_the_fence_they_would_send_twice() {
    assertEquals(Set.of(1, 2), meetings(false));
  }

  /// Lets a second worker run all the way before each request of the first.
  ///
  /// @return how often the message left
  private static Set<Integer> meetings(boolean fenced) {
    var seen = new TreeSet<Integer>();
    var met = new AtomicBoolean(true);
    for (int request = 1; met.getAndSet(false); request++) {
      var world = new World(engine, "");
      if (!fenced) world.withoutFence();
      world.orderAndWrite(ONE);
      var id = world.sends(world.executions().getFirst()).getFirst().id();
      var first = new Fragile();
      first.pauseBefore(
          request,
          () -> {
            met.set(true);
            DeliverSends.delivery(world.services(new Fragile())).deliver(id, () -> 60_000);
          });
      first.arm(true);
      DeliverSends.delivery(world.services(first)).deliver(id, () -> 60_000);
      seen.add(world.calls().size());
      world.messages().lose();
      world.live();
    }
    return seen;
  }

  /// The order itself is not what dies.
  private static int ordered(World world) {
    return world.fragile().spared(() -> world.order(ONE, ""));
  }

  private static void assertAllDone(World world) {
    var execution = world.executions().getFirst();
    var sends = world.sends(execution);
    assertEquals(Execution.Status.COMPLETED, execution.status(), states(sends));
    assertTrue(sends.stream().allMatch(send -> send.state().settled()), states(sends));
    assertEquals(1, sends.stream().filter(send -> send.id().step() == 0).count());
    assertEquals(
        sends.stream()
            .filter(send -> send.state().taken())
            .map(send -> send.id().value())
            .sorted()
            .toList(),
        world.calls(),
        states(sends));
    assertTrue(sends.stream().noneMatch(send -> send.state() == State.PARKED), states(sends));
    assertTrue(world.events().contains("OutreachCompleted"));
  }

  private static String states(List<Send> sends) {
    return sends.stream()
        .map(send -> send.channel().wire() + " " + send.state().wire() + " " + send.reason())
        .collect(Collectors.joining("; "));
  }
}
