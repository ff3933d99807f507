package dev.switchboard.local.machine.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.machine.Rehearsal;
import dev.switchboard.local.machine.execution.Failure;
import dev.switchboard.local.machine.execution.Progress;
import dev.switchboard.local.machine.expression.Values;
import dev.switchboard.local.machine.task.Action;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GeneratedTest {

  private static final int MACHINES = 800;

  /// Either way of ending comes often enough to count.
  private static final int LEAST_OF_EACH = 80;

  @Test
  void a_machine_ends_as_plain_recursion_does() {
    var ends = new TreeMap<Progress.Status, Integer>();
    for (long seed = 0; seed < MACHINES; seed++) {
      var random = new Random(seed);
      var flow = new Grammar(random, 3).flow();
      var input = random.nextInt(Plan.MODULUS);

      var progress =
          new Rehearsal(
                  Rehearsal.machine(Drawing.machine(flow)),
                  Values.read("" + input),
                  (_, arguments, _) -> answered(arguments))
              .run();

      ends.merge(progress.status(), 1, Integer::sum);
      agree(Reference.of(flow, input), progress.end().orElseThrow(), "seed " + seed + ": " + flow);
    }
    assertEquals(Set.of(Progress.Status.FAILED, Progress.Status.SUCCEEDED), ends.keySet());
    ends.forEach((status, count) -> assertTrue(count > LEAST_OF_EACH, status + " only " + count));
  }

  private static void agree(Outcome expected, Progress.End end, String what) {
    switch (expected) {
      case Outcome.Reached(var value) ->
          assertEquals("" + value, end.output().map(Values::text).orElse("" + end), what);
      case Outcome.Failed(var errors) ->
          assertTrue(
              errors.contains(end.failure().flatMap(Failure::error).orElse("")),
              "%s is none of %s, %s".formatted(end, errors, what));
    }
  }

  private static Action.Outcome answered(JsonNode arguments) {
    var n = arguments.path("n").asInt();
    var attempt = arguments.path("attempt").asInt();
    return Reference.fails(n, arguments.path("every").asInt(), attempt)
        ? Action.Outcome.failed(Reference.LOST, "it happened")
        : new Action.Outcome.Done(Values.read("" + (n + attempt) % Plan.MODULUS));
  }
}
