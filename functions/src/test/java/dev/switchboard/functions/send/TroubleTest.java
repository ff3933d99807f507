package dev.switchboard.functions.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Unavailable;
import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.functions.send.Fragile.Fate;
import dev.switchboard.outreach.Execution;
import dev.switchboard.send.Send;
import dev.switchboard.send.State;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Tables and queues that turn requests away, as when they are throttled or their disk is full, or
/// whose answers get lost: everything takes longer, and nothing is sent twice or forgotten.
class TroubleTest {

  private static final String THREE =
      "{'goal': 'appointment', 'leads': ["
          + "{'id': 'sarah', 'phone': '+12125550101', 'email': 'sarah@example.org', 'score': 9},"
          + "{'id': 'john', 'phone': '+12125550102', 'score': 6},"
          + "{'id': 'mia', 'email': 'mia@example.org', 'score': 2}]}";

  private static final Set<State> REACHED =
      Set.of(State.ANSWERED, State.VOICEMAIL, State.DELIVERED);

  @RegisterExtension private static final DynamoEngine engine = World.engine();

  @Test
  void requests_that_are_turned_away_only_delay() {
    for (int seed = 1; seed <= 4; seed++) {
      var world = lived(seed, 0.15, 0);
      assertEquals(taken(world), world.calls(), "seed " + seed);
    }
  }

  @Test
  void answers_that_get_lost_lead_to_no_second_message() {
    for (int seed = 1; seed <= 4; seed++) {
      var world = lived(seed, 0.1, 0.1);
      assertTrue(world.calls().containsAll(taken(world)), "seed " + seed);
    }
  }

  @Test
  void while_nothing_answers_nothing_leaves_and_afterwards_all_of_it() {
    var world = new World(engine, "");
    world.countSweeps();
    world.orderAndWrite(THREE);
    world.fragile().suffer(() -> Fate.REFUSED);
    for (int minute = 0; minute < 30; minute++) {
      world.work();
      sweep(world);
      world.advance(Duration.ofMinutes(1));
    }
    assertEquals(List.of(), world.calls());

    world.fragile().suffer(() -> Fate.FINE);
    world.live();
    assertEquals(REACHED, states(world));
    assertEquals(taken(world), world.calls());
  }

  /// @param refused share of the requests that are turned away
  /// @param lost share of those that are done and not answered
  private static World lived(int seed, double refused, double lost) {
    var world = new World(engine, "");
    world.countSweeps();
    var random = new SplittableRandom(seed);
    world.fragile().suffer(() -> fate(random.nextDouble(), refused, lost));
    // A caller whose order fails orders again; here is what follows.
    world.fragile().spared(() -> world.order(THREE, ""));
    world.live();

    var calls = world.calls();
    assertEquals(calls.size(), Set.copyOf(calls).size(), "seed " + seed + " " + calls);
    var latest = world.executions().getFirst();
    assertEquals(Execution.Status.COMPLETED, latest.status(), "seed " + seed);
    assertEquals(3, first(world.sends(latest)), "seed " + seed);
    // Cut off twice without a trace at the provider, a person decides.
    assertEquals(Set.of(), rest(states(world), State.PARKED), "seed " + seed);
    return world;
  }

  /// As the schedule does: what fails comes again in a minute.
  static void sweep(World world) {
    try {
      world.sweep();
    } catch (Unavailable e) {
      System.err.println("not swept: " + e);
    }
  }

  private static Fate fate(double draw, double refused, double lost) {
    if (draw < refused) return Fate.REFUSED;
    return draw < refused + lost ? Fate.LOST : Fate.FINE;
  }

  private static Set<State> rest(Set<State> states, State but) {
    var rest = new TreeSet<>(states);
    rest.removeAll(REACHED);
    rest.remove(but);
    return rest;
  }

  private static List<String> taken(World world) {
    return world.sends(world.executions().getFirst()).stream()
        .filter(send -> send.state().taken())
        .map(send -> send.id().value())
        .sorted()
        .toList();
  }

  private static long first(List<Send> sends) {
    return sends.stream().filter(send -> send.id().step() == 0).count();
  }

  private static Set<State> states(World world) {
    var sends = world.sends(world.executions().getFirst());
    assertTrue(sends.size() >= 3);
    return sends.stream().map(Send::state).collect(Collectors.toCollection(TreeSet::new));
  }
}
