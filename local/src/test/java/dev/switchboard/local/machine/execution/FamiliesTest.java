package dev.switchboard.local.machine.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.local.machine.Rehearsal;
import dev.switchboard.local.machine.expression.Values;
import dev.switchboard.local.machine.task.Action;
import org.junit.jupiter.api.Test;

class FamiliesTest {

  /// A Map over the input whose items fail when they are odd.
  private static States odd(String more) {
    return States.of(
        """
        "One": {"Type": "Map", "End": true, %s
          "ItemProcessor": {"StartAt": "Odd?", "States": {
            "Odd?": {"Type": "Choice",
              "Choices": [{"Condition": "{%% $states.input %% 2 = 1 %%}", "Next": "Bad"}],
              "Default": "Good"},
            "Good": {"Type": "Pass", "Output": "{%% $states.input * 10 %%}", "End": true},
            "Bad": {"Type": "Fail", "Error": "Odd", "Cause": "{%% $string($states.input) %%}"}}}},
        "Two": {"Type": "Pass", "End": true}
        """
            .formatted(more));
  }

  /// AWS: the result is the list of outputs, in the order of the items, not of their ends.
  @Test
  void outputs_are_in_the_order_of_the_items() {
    var machine =
        States.of(
            """
            "One": {"Type": "Map", "End": true,
              "ItemProcessor": {"StartAt": "Rest", "States": {
                "Rest": {"Type": "Wait", "Seconds": "{% $states.input %}", "End": true}}}}
            """);

    assertEquals("SUCCEEDED [3,1,2]", machine.end("[3, 1, 2]"));
  }

  /// AWS: when an iteration fails, the Map state fails, and with its error.
  @Test
  void one_failed_item_fails_the_map_with_its_own_error() {
    assertEquals("FAILED Odd: 3", odd("").end("[2, 3, 5]"));
  }

  /// AWS: the tolerance is by count or by percentage, whichever is smaller, and more than that is
  /// an error of its own.
  @Test
  void tolerated_failures_leave_their_items_out() {
    assertEquals("SUCCEEDED [20,40]", odd("\"ToleratedFailureCount\": 1,").end("[2, 3, 4]"));
    assertEquals("SUCCEEDED [20]", odd("\"ToleratedFailurePercentage\": 50,").end("[2, 3]"));
  }

  @Test
  void more_failures_than_are_tolerated_fail_the_map() {
    var expected =
        "FAILED States.ExceedToleratedFailureThreshold: The specified tolerated failure threshold"
            + " was exceeded";

    assertEquals(expected, odd("\"ToleratedFailureCount\": 1,").end("[1, 3]"));
    assertEquals(
        expected,
        odd("\"ToleratedFailureCount\": 9, \"ToleratedFailurePercentage\": 40,").end("[2, 3]"));
  }

  /// AWS: a distributed Map tolerates no failure unless it says so, and names the error itself.
  @Test
  void a_distributed_map_names_the_error_itself() {
    var machine =
        States.of(
            """
            "One": {"Type": "Map", "End": true, "ItemProcessor": {
              "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
              "StartAt": "Bad", "States": {"Bad": {"Type": "Fail", "Error": "Own"}}}}
            """);

    assertEquals(
        "FAILED States.ExceedToleratedFailureThreshold: The specified tolerated failure threshold"
            + " was exceeded",
        machine.end("[1]"));
  }

  /// AWS: MaxConcurrency bounds how many run at a time; 0 sets no bound of the machine's own.
  @Test
  void no_more_items_run_at_once_than_allowed() {
    assertEquals(2, atOnce("\"MaxConcurrency\": \"{% 1 + 1 %}\","));
    assertEquals(5, atOnce("\"MaxConcurrency\": 0,"));
  }

  private static long atOnce(String more) {
    var machine =
        States.of(
            """
            "One": {"Type": "Map", "End": true, %s
              "ItemProcessor": {"StartAt": "Rest", "States": {
                "Rest": {"Type": "Wait", "Seconds": 60, "End": true}}}}
            """
                .formatted(more));
    var rehearsal = machine.echoing("[1, 2, 3, 4, 5]");
    rehearsal.run();
    return rehearsal.history().stream()
        .filter(each -> each.type().equals("WaitStateEntered"))
        .filter(each -> each.at().equals(Rehearsal.START))
        .count();
  }

  /// AWS: a failed branch stops the others, and the state fails.
  @Test
  void a_failed_branch_stops_its_siblings() {
    var machine =
        States.of(
            """
            "One": {"Type": "Parallel", "End": true, "Branches": [
              {"StartAt": "Long", "States": {"Long": {"Type": "Wait", "Seconds": 60, "Next": "After"},
                "After": {"Type": "Pass", "End": true}}},
              {"StartAt": "Bad", "States": {"Bad": {"Type": "Fail", "Error": "Broken"}}}],
              "Catch": [{"ErrorEquals": ["Broken"], "Next": "Two"}]},
            "Two": {"Type": "Wait", "Seconds": 120, "End": true}
            """);
    var rehearsal = machine.echoing("{}");

    assertEquals("SUCCEEDED {\"Error\":\"Broken\",\"Cause\":\"\"}", States.end(rehearsal.run()));
    assertEquals(0, rehearsal.told().stream().filter("PassStateEntered"::equals).count());
  }

  /// AWS: Retry on a Parallel or Map state runs all of it again.
  @Test
  void a_retried_map_runs_every_item_again() {
    var machine =
        States.of(
            """
            "One": {"Type": "Map", "End": true, "MaxConcurrency": 1,
              "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 1}],
              "ItemProcessor": {"StartAt": "Do", "States": {
                "Do": {%s, "Arguments": {"FunctionName": "f", "Payload": "{%% $states.input %%}"},
                  "Output": "{%% $states.result %%}", "End": true}}}}
            """
                .formatted(States.TASK));

    assertEquals(
        "SUCCEEDED [3,4]",
        machine.end(
            "[1, 2]", States.done("1"), States.failed("Busy"), States.done("3"), States.done("4")));
  }

  /// AWS: what ItemSelector makes is an item's input; Map.Item has its index and value.
  @Test
  void an_items_flow_sees_which_it_is_for() {
    var machine =
        States.of(
            """
            "One": {"Type": "Map", "End": true, "ItemSelector": {"of": "{% $states.context.Map.Item.Value %}"},
              "ItemProcessor": {"StartAt": "In", "States": {
                "In": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "Deep", "States": {
                  "Deep": {"Type": "Pass", "End": true,
                    "Output": "{% [$states.context.Map.Item.Index, $states.input.of] %}"}}}]}}}}
            """);

    assertEquals("SUCCEEDED [[[0,\"a\"]],[[1,\"b\"]]]", machine.end("[\"a\", \"b\"]"));
  }

  @Test
  void an_empty_list_is_done_at_once() {
    assertEquals("SUCCEEDED []", odd("").end("[]"));
  }

  @Test
  void an_answer_to_a_pruned_walk_is_passed_by() {
    var machine =
        States.of(
            """
            "One": {"Type": "Parallel", "End": true, "Branches": [
              {"StartAt": "Ask", "States": {"Ask": {%s, "Arguments": {"FunctionName": "f"}, "End": true}}},
              {"StartAt": "Bad", "States": {"Bad": {"Type": "Fail", "Error": "Broken"}}}]}
            """
                .formatted(States.TASK));
    var rehearsal =
        new Rehearsal(
            Rehearsal.machine(
                "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"One\",\"States\":{"
                    + machine.states()
                    + "}}"),
            Values.read("{}"),
            (_, _, _) -> new Action.Outcome.Done(Values.read("1")));

    assertEquals("FAILED Broken", States.end(rehearsal.run()));
  }
}
