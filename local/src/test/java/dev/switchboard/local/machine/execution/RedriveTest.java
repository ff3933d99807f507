package dev.switchboard.local.machine.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedriveTest {

  private static final States MACHINE =
      States.of(
          """
          "One": {"Type": "Pass", "Assign": {"kept": 1}, "Next": "Two"},
          "Two": {"Type": "Map", "Items": [1, 2, 3], "Next": "Three", "ItemProcessor": {
            "StartAt": "Do", "States": {
              "Do": {%s, "Arguments": {"FunctionName": "f"}, "Output": "{%% $states.result + $kept %%}",
                "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 1}], "End": true}}}},
          "Three": {"Type": "Pass", "End": true}
          """
              .formatted(States.TASK));

  /// AWS: a redrive goes on at the states that failed, with their input; what had succeeded stays,
  /// and retriers count anew.
  @Test
  void a_redrive_goes_on_where_it_failed() {
    var rehearsal =
        MACHINE.rehearsal(
            "{}",
            States.done("10"),
            States.failed("Busy"),
            States.done("30"),
            States.failed("Busy"),
            States.failed("Busy"),
            States.done("20"));

    assertEquals("FAILED Busy: it happened", States.end(rehearsal.run()));
    rehearsal.later(new Signal.Redrive());

    assertEquals("SUCCEEDED [11,21,31]", States.end(rehearsal.run()));
    assertEquals(
        List.of("One", "Two", "Do", "Do", "Do", "Do", "Three"),
        rehearsal.history().stream()
            .filter(each -> each.type().endsWith("StateEntered"))
            .map(each -> each.details().path("name").asText())
            .toList());
  }

  @Test
  void one_that_was_stopped_can_be_redriven_too() {
    var machine =
        States.of(
            """
            "One": {"Type": "Wait", "Seconds": 60, "Next": "Two"},
            "Two": {"Type": "Pass", "Output": "{% $states.context.Execution.RedriveCount %}", "End": true}
            """);
    var rehearsal = machine.echoing("{}");
    rehearsal.take(new Signal.Begin());
    rehearsal.take(new Signal.Stop(Failure.of("Enough", "of it")));

    assertEquals("ABORTED Enough: of it", States.end(rehearsal.progress()));
    rehearsal.take(new Signal.Redrive());

    assertEquals("SUCCEEDED 1", States.end(rehearsal.run()));
  }
}
