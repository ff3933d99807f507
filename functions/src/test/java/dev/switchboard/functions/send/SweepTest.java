package dev.switchboard.functions.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Unavailable;
import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.outreach.Execution;
import dev.switchboard.send.Openings.Opening;
import dev.switchboard.send.State;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class SweepTest {

  private static final String ONE =
      "{'goal': 'appointment', 'leads': [{'id': 'bob', 'email': 'a|b@example.org', 'score': 3}]}";

  private DynamoEngine engine;

  @BeforeEach
  void start() {
    engine = World.engine();
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void a_lost_message_is_sent_again_after_a_minute_and_not_before() {
    var world = new World(engine, "");
    world.orderAndWrite(ONE);
    world.messages().lose();

    world.advance(Duration.ofSeconds(59));
    world.sweep();
    assertEquals(0, world.messages().depth("sends"));
    world.advance(Duration.ofSeconds(1));
    world.sweep();
    assertEquals(1, world.messages().depth("sends"));
  }

  @Test
  void what_waits_in_a_long_queue_is_looked_at_after_five_minutes_and_by_a_restart_at_once() {
    var world = new World(engine, "");
    world.orderAndWrite(ONE);
    var send = world.sends(world.executions().getFirst()).getFirst().id();
    world.services().sendQueue().wake(Collections.nCopies(1_001, send));
    world.advance(Duration.ofSeconds(60));
    new Sweeper(world).sweep();
    world.messages().lose();

    new Sweeper(world).sweep();
    assertEquals(0, world.messages().depth("sends"));
    assertEquals(1, world.services().sweep().sweep(true, () -> 60_000));
    world.messages().lose();
    world.advance(Duration.ofMinutes(5));
    new Sweeper(world).sweep();
    assertEquals(1, world.messages().depth("sends"));
  }

  @Test
  void a_sweep_in_the_middle_of_an_order_loses_nothing_of_it() {
    var requests = 1;
    for (int request = 1; request <= requests; request++) {
      var world = new World(engine, "");
      var seen = request;
      world
          .fragile()
          .pauseBefore(
              request,
              () -> {
                new Sweeper(world).sweep();
                world.advance(Duration.ofSeconds(60));
                new Sweeper(world).sweep();
              });
      assertEquals(202, world.order(ONE, ""));
      requests = Math.max(requests, world.fragile().count());
      world.messages().lose();
      world.live();

      assertEquals(1, world.calls().size(), "swept before request " + seen);
      assertEquals(Execution.Status.COMPLETED, world.executions().getFirst().status());
    }
  }

  @Test
  void a_plan_that_is_written_and_was_never_let_run_is_let_run() {
    var world = new World(engine, "");
    world.orderAndWrite(ONE);
    var running = world.executions().getFirst();
    world.services().executions().change(running, running.with(Execution.Status.PLANNING));
    world.messages().lose();

    world.advance(Duration.ofSeconds(61));
    world.live();

    assertEquals(Execution.Status.COMPLETED, world.executions().getFirst().status());
    assertEquals(1, world.calls().size());
  }

  @Test
  void of_a_plan_that_is_cancelled_before_it_is_written_nothing_stays() {
    for (var minutes : List.of(0, 20)) {
      var world = new World(engine, "");
      world.order(ONE, "");
      var execution = world.executions().getFirst();
      var slices = world.services().slices();
      assertTrue(slices.find(execution.owner(), execution.id(), 0).isPresent());
      world.messages().lose();
      world.advance(Duration.ofMinutes(minutes));
      cancel(world);
      world.services().sweep().sweep(opening(execution));

      world.advance(Duration.ofSeconds(61));
      world.live();

      assertEquals(Optional.empty(), slices.find(execution.owner(), execution.id(), 0));
      assertEquals(List.of(), world.sends(execution));
      assertEquals(0, world.calls().size());
    }
  }

  @Test
  void one_purpose_that_cannot_be_read_does_not_keep_the_others_from_being_swept() {
    var broken = new World(engine, "");
    broken.orderAndWrite(ONE);
    var execution = broken.executions().getFirst();
    engine
        .client()
        .putItem(put ->
            put.tableName("Sends")
                .item(
                    Map.of(
                        "pk", text(execution.owner().key() + "#" + execution.id() + "#0"),
                        "sk", text("broken"))));
    var world = new World(engine, "");
    world.orderAndWrite(ONE);
    world.messages().lose();
    world.advance(Duration.ofSeconds(60));

    assertThrows(Unavailable.class, world::sweep);

    assertEquals(1, world.messages().depth("sends"));
  }

  @Test
  void a_paused_purpose_is_neither_sent_nor_closed() {
    var world = new World(engine, "");
    world.orderAndWrite(ONE);
    var running = world.executions().getFirst();
    world.services().executions().change(running, running.with(Execution.Status.PAUSED));
    for (int minute = 0; minute < 30; minute++) {
      world.work();
      world.sweep();
      world.advance(Duration.ofSeconds(60));
    }
    assertEquals(0, world.calls().size());
    assertEquals(0, world.messages().depth("sends"));

    var paused = world.executions().getFirst();
    world.services().executions().change(paused, paused.with(Execution.Status.RUNNING));
    world.services().sweep().sweep(opening(paused));
    world.live();
    assertEquals(1, world.calls().size());
    assertEquals(State.DELIVERED, world.sends(paused).getFirst().state());
  }

  /// Before each request of the sweep that a resume makes, and after the last one.
  @Test
  void whatever_moment_of_a_direct_sweep_a_cancel_comes_at_nothing_leaves() {
    var requests = 1;
    for (int request = 1; request <= requests + 1; request++) {
      var world = new World(engine, "");
      world.orderAndWrite(ONE);
      world.messages().lose();
      var sweeper = new Fragile();
      sweeper.pauseBefore(request, () -> cancel(world));
      sweeper.arm(true);
      world.services(sweeper).sweep().sweep(opening(world.executions().getFirst()));
      requests = Math.max(requests, sweeper.count());
      if (world.executions().getFirst().status() != Execution.Status.CANCELLED) cancel(world);

      world.live();

      assertEquals(0, world.calls().size(), "cancelled before request " + request);
      assertEquals(State.CANCELLED, world.sends(world.executions().getFirst()).getFirst().state());
    }
    assertTrue(requests > 3, "only " + requests);
  }

  @Test
  void a_worker_that_knew_a_purpose_as_running_knows_better_a_second_later() {
    var world = new World(engine, "");
    world.orderAndWrite(ONE);
    var execution = world.executions().getFirst();
    var worker = world.services();
    worker.purposes().standing(execution.owner(), execution.id());
    cancel(world);
    world.advance(Duration.ofSeconds(1));

    DeliverSends.delivery(worker).deliver(world.sends(execution).getFirst().id(), () -> 60_000);

    assertEquals(0, world.calls().size());
  }

  private static void cancel(World world) {
    var running = world.executions().getFirst();
    var executions = world.services(new Fragile()).executions();
    assertTrue(executions.change(running, running.with(Execution.Status.CANCELLED)));
  }

  private static Opening opening(Execution execution) {
    return new Opening(
        execution.owner(), execution.id(), execution.shards(), execution.createdAt());
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  /// A sweeper of another process.
  private record Sweeper(World world) {
    void sweep() {
      var services = world.services(new Fragile());
      new SweepSends(services).handle(new SweepSends.Input(false), () -> 60_000);
    }
  }
}
