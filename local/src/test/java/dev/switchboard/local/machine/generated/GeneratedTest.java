package dev.switchboard.local.machine.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Cases;
import dev.switchboard.local.machine.Rehearsal;
import dev.switchboard.local.machine.execution.Failure;
import dev.switchboard.local.machine.expression.Values;
import dev.switchboard.local.machine.task.Action;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GeneratedTest {

  @Test
  void a_machine_ends_as_plain_recursion_does() {
    var ends = new TreeMap<String, Integer>();
    Cases.check(
        800,
        random -> {
          var flow = new Grammar(random, 3).flow();
          var input = random.nextInt(Plan.MODULUS);

          var expected = Reference.of(flow, input);
          var progress =
              new Rehearsal(
                      Rehearsal.machine(Drawing.machine(flow)),
                      Values.read("" + input),
                      (_, arguments, _) -> answered(arguments))
                  .run();

          var end = progress.end().orElseThrow();
          ends.merge(progress.status().name(), 1, Integer::sum);
          switch (expected) {
            case Outcome.Number(var value) ->
                assertEquals(
                    "" + value, end.output().map(Values::text).orElse(end + " of " + flow));
            case Outcome.Failed(var errors) ->
                assertTrue(
                    errors.contains(end.failure().flatMap(Failure::error).orElse("")),
                    "%s is none of %s in %s".formatted(end, errors, flow));
          }
        });
    assertEquals(Set.of("FAILED", "SUCCEEDED"), ends.keySet());
    ends.forEach((status, count) -> assertTrue(count > 80, status + " only " + count));
  }

  private static Action.Outcome answered(JsonNode arguments) {
    var n = arguments.path("n").asInt();
    var attempt = arguments.path("attempt").asInt();
    return Reference.fails(n, arguments.path("every").asInt(), attempt)
        ? Action.Outcome.failed(Reference.LOST, "it happened")
        : new Action.Outcome.Done(Values.read("" + (n + attempt) % Plan.MODULUS));
  }
}
