package dev.switchboard.local.machine.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LimitsTest {

  private static final String LARGE = "{% $join([1..60000].('12345')) %}";

  private static String tooLarge(String what) {
    return "FAILED States.DataLimitExceeded: The state/task '%s' returned a result with a size exceeding the maximum number of bytes service limit."
        .formatted(what);
  }

  /// AWS: the input or result of a task, state or execution has 256 KiB of UTF-8 at most.
  @Test
  void an_output_ends_at_256_kib() {
    var machine =
        States.of(
            "\"One\": {\"Type\": \"Pass\", \"Output\": \"%s\", \"End\": true}".formatted(LARGE));

    assertEquals(tooLarge("One"), machine.end("{}"));
  }

  @Test
  void so_does_a_variable() {
    var machine =
        States.of(
            "\"One\": {\"Type\": \"Pass\", \"Assign\": {\"a\": \"%s\"}, \"End\": true}"
                .formatted(LARGE));

    assertEquals(tooLarge("One"), machine.end("{}"));
  }

  @Test
  void so_does_a_tasks_result() {
    var machine =
        States.of(
            "\"One\": {%s, \"Arguments\": {\"FunctionName\": \"f\"}, \"Output\": 1, \"End\": true}"
                .formatted(States.TASK));

    assertEquals(
        tooLarge("lambda"), machine.end("{}", States.done("\"" + "x".repeat(263_000) + "\"")));
  }

  /// AWS: a history has 25,000 events at most; an execution that needs more fails.
  @Test
  void an_endless_loop_ends_with_its_history() {
    var machine = States.of("\"One\": {\"Type\": \"Pass\", \"Next\": \"One\"}");
    var rehearsal = machine.echoing("{}");

    assertEquals(
        "FAILED States.Runtime: The execution reached the maximum number of history events"
            + " (25000).",
        States.end(rehearsal.run()));
    assertEquals(25_000, rehearsal.history().size());
  }
}
