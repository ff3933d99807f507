package dev.switchboard.local.bench;

import dev.switchboard.local.clock.ClockMoves;
import dev.switchboard.local.clock.Time;
import dev.switchboard.local.function.Invocation;
import dev.switchboard.local.machine.Arns;
import dev.switchboard.local.machine.Definition;
import dev.switchboard.local.machine.Machines;
import dev.switchboard.local.machine.definition.MachineReader;
import dev.switchboard.local.machine.expression.Query;
import dev.switchboard.local.machine.expression.Scope;
import dev.switchboard.local.machine.expression.Values;
import dev.switchboard.local.machine.store.ExecutionStore;
import dev.switchboard.local.machine.task.Actions;
import dev.switchboard.local.machine.task.EventPutting;
import dev.switchboard.local.machine.task.ExecutionStart;
import dev.switchboard.local.machine.task.FunctionCall;
import dev.switchboard.local.machine.task.MessageSending;
import dev.switchboard.local.machine.task.TableCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedTransferQueue;

/// Prints what state machines cost, each number beside one of the same run without them.
///
/// Run on one core, `taskset -c 0`: the number of transitions is per core.
final class MachineBenchmark implements AutoCloseable {

  private static final int RUNS = 7;
  private static final int ROUNDS = 2_000;
  private static final int CALLS = 1_000;
  private static final int WAITING = 10_000;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private static final String COUNTING =
      """
      {"QueryLanguage": "JSONata", "StartAt": "Count", "States": {
        "Count": {"Type": "Pass", "Output": "{% $states.input + 1 %}", "Next": "Enough?"},
        "Enough?": {"Type": "Choice", "Choices": [{"Condition": "{% $states.input < 2000 %}", "Next": "Count"}],
          "Default": "End"},
        "End": {"Type": "Succeed"}}}
      """;

  private static final String CALLING =
      """
      {"QueryLanguage": "JSONata", "StartAt": "Call", "States": {
        "Call": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 9,
          "Arguments": {"FunctionName": "f"}, "End": true}}}
      """;

  private static final String WAITS =
      """
      {"QueryLanguage": "JSONata", "StartAt": "Wait", "States": {
        "Wait": {"Type": "Wait", "Seconds": "{% $states.input.seconds %}", "End": true}}}
      """;

  private final Time time = Time.start(Optional.empty(), Optional.empty());
  private final LinkedTransferQueue<Long> called = new LinkedTransferQueue<>();
  private final ExecutionStore store;
  private final Machines machines;

  private MachineBenchmark(Optional<Path> folder) {
    this.store = ExecutionStore.open(folder);
    var definitions =
        List.of(
            definition("Counting", COUNTING),
            definition("Calling", CALLING),
            definition("Waits", WAITS));
    this.machines = new Machines(definitions, store, time, System.err::println);
    machines.open(
        new Actions(
            new FunctionCall((_, _) -> {
              called.add(System.nanoTime());
              return Optional.of(new Invocation.Answered("1".getBytes(StandardCharsets.UTF_8)));
            }),
            new MessageSending(null),
            new EventPutting(null),
            new TableCall(null),
            new ExecutionStart(machines)));
  }

  private static Definition definition(String name, String text) {
    var machine = MachineReader.read(Values.read(text)).machine().orElseThrow();
    return new Definition(Arns.machine(name), name, text, machine, Instant.EPOCH);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    for (var folder :
        List.of(Optional.<Path>empty(), Optional.of(Files.createTempDirectory("machines")))) {
      System.out.println(folder.isEmpty() ? "in memory" : "with a file");
      try (var benchmark = new MachineBenchmark(folder)) {
        benchmark.transitions();
        benchmark.latency();
        benchmark.waiting();
      }
    }
  }

  private void transitions() {
    for (var run = 0; run < RUNS; run++) {
      var begin = System.nanoTime();
      start("Counting", "0");
      idle();
      var taken = seconds(begin);
      var bare = bare();
      if (run == RUNS - 1)
        System.out.printf(
            "  transitions a second: %,.0f (its expressions alone: %,.0f)%n",
            2 * ROUNDS / taken, 2 * ROUNDS / bare);
    }
  }

  /// The same expressions, as often.
  private static double bare() {
    var count = Query.of("$states.input + 1");
    var enough = Query.of("$states.input < 2000");
    var begin = System.nanoTime();
    for (var round = 0; round < ROUNDS; round++)
      for (var query : List.of(count, enough)) {
        var states = Map.of("input", Values.read("" + round), "context", Values.read("{}"));
        query.evaluate(new Scope(states, Map.of(), Instant.EPOCH, new Random(1)));
      }
    return seconds(begin);
  }

  private void latency() throws InterruptedException {
    var ours = new long[CALLS];
    var bare = new long[CALLS];
    for (var call = 0; call < CALLS; call++) {
      var begin = System.nanoTime();
      start("Calling", "{}");
      ours[call] = called.take() - begin;
      var before = System.nanoTime();
      Thread.startVirtualThread(() -> called.add(System.nanoTime()));
      bare[call] = called.take() - before;
    }
    idle();
    System.out.printf(
        "  from start to first task: p50 %s, p99 %s (a thread alone: %s, %s)%n",
        micros(ours, 50), micros(ours, 99), micros(bare, 50), micros(bare, 99));
  }

  private void waiting() throws InterruptedException {
    var before = heap();
    for (var i = 0; i < WAITING; i++)
      start("Waits", "{\"seconds\":%d}".formatted(60 + i % (WITHIN.toSeconds() - 60)));
    idle();
    var ours = heap() - before;
    System.out.printf(
        "  %,d waiting: %.1f KB each, %d threads (a parked virtual thread: %.1f KB)%n",
        WAITING, ours / 1024.0 / WAITING, Thread.activeCount(), parked());
    System.out.printf("  due in a jump of the clock: %.2f s", caughtUp());
    for (var i = 0; i < WAITING; i++) time.timers().at(due(i), () -> {});
    for (var i = 0; i < WAITING; i++) time.due().add(due(i));
    System.out.printf(" (timers alone: %.2f s)%n", caughtUp());
  }

  private Instant due(int i) {
    return time.clock().instant().plusSeconds(60 + i % (WITHIN.toSeconds() - 60));
  }

  private double caughtUp() {
    var begin = System.nanoTime();
    new ClockMoves(time, List.of(), new Alone(time)).advance(WITHIN.plusSeconds(30));
    if (!store.running().isEmpty()) throw new IllegalStateException("some still wait");
    return seconds(begin);
  }

  private static double parked() throws InterruptedException {
    var before = heap();
    var end = new CountDownLatch(1);
    for (var i = 0; i < WAITING; i++)
      Thread.startVirtualThread(() -> {
        try {
          end.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
    Thread.sleep(500);
    var each = (heap() - before) / 1024.0 / WAITING;
    end.countDown();
    return each;
  }

  private void start(String machine, String input) {
    machines.start(
        new Machines.Order(
            Arns.machine(machine), Optional.empty(), Values.read(input), Optional.empty()));
  }

  private void idle() {
    while (!time.activity().awaitIdle(Duration.ofMinutes(1))) Thread.onSpinWait();
  }

  private static long heap() throws InterruptedException {
    for (var i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static String micros(long[] nanos, int percentile) {
    Arrays.sort(nanos);
    return "%,d µs".formatted(nanos[nanos.length * percentile / 100] / 1_000);
  }

  @Override
  public void close() {
    machines.close();
    time.close();
  }

  /// Nothing but machines has due times.
  private record Alone(Time time) implements ClockMoves.Surroundings {
    @Override
    public Optional<Instant> nextDue(Instant now) {
      return time.due().next(now);
    }

    @Override
    public void moved() {
      // Nobody fetches anything.
    }

    @Override
    public void hurry(boolean on) {
      // Nobody waits for a batch.
    }

    @Override
    public boolean drained() {
      return true;
    }
  }
}
