package dev.switchboard.local.machine.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveringTest {

  private static States task(String more) {
    return States.of(
        """
        "One": {%s, "Arguments": {"FunctionName": "f"}, "Output": "done", "End": true, %s},
        "Two": {"Type": "Pass", "End": true}
        """
            .formatted(States.TASK, more));
  }

  /// When each attempt began, after the start.
  private static List<Long> attempts(States machine, String error) {
    var rehearsal = machine.rehearsal("{}", States.failed(error));
    rehearsal.run();
    return rehearsal.history().stream()
        .filter(each -> each.type().equals("TaskScheduled"))
        .map(each -> Duration.between(rehearsal.history().getFirst().at(), each.at()).toSeconds())
        .toList();
  }

  /// AWS: three further attempts by default, a second before the first, twice as long before each
  /// next.
  @Test
  void a_retrier_has_defaults() {
    assertEquals(
        List.of(0L, 1L, 3L, 7L), attempts(task("\"Retry\": [{\"ErrorEquals\": [\"E\"]}]"), "E"));
  }

  /// AWS: MaxDelaySeconds caps the interval, however much it has grown.
  @Test
  void an_interval_grows_up_to_its_cap() {
    var retry =
        """
        "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 3, "BackoffRate": 3,
                   "MaxDelaySeconds": 10, "MaxAttempts": 4}]
        """;

    assertEquals(List.of(0L, 3L, 12L, 22L, 32L), attempts(task(retry), "E"));
  }

  /// AWS: full jitter draws the pause from between nothing and the interval.
  @Test
  void jitter_shortens_the_pause_and_never_lengthens_it() {
    var retry =
        """
        "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 1000, "BackoffRate": 1,
                   "JitterStrategy": "FULL", "MaxAttempts": 20}]
        """;
    var times = attempts(task(retry), "E");

    for (var i = 1; i < times.size(); i++)
      assertTrue(times.get(i) - times.get(i - 1) <= 1_000, times.toString());
    assertTrue(times.getLast() < 15_000, times.toString());
  }

  /// AWS: each retrier counts its own attempts.
  @Test
  void retriers_count_for_themselves() {
    var machine =
        task(
            """
            "Retry": [{"ErrorEquals": ["A", "B"], "MaxAttempts": 2},
                      {"ErrorEquals": ["C"], "MaxAttempts": 2}]
            """);

    assertEquals(
        "SUCCEEDED \"done\"",
        machine.end(
            "{}", States.failed("A"), States.failed("C"), States.failed("B"), States.done("1")));
    assertEquals(
        "FAILED A: it happened",
        machine.end(
            "{}", States.failed("A"), States.failed("B"), States.failed("C"), States.failed("A")));
  }

  /// AWS: catchers are looked at when retriers gave up; the first that matches decides.
  @Test
  void a_catcher_hands_the_error_on() {
    var machine =
        task(
            """
            "Retry": [{"ErrorEquals": ["E"], "MaxAttempts": 1}],
            "Catch": [{"ErrorEquals": ["Other"], "Next": "One"},
                      {"ErrorEquals": ["States.ALL"], "Next": "Two"}]
            """);

    assertEquals(
        "SUCCEEDED {\"Error\":\"E\",\"Cause\":\"it happened\"}",
        machine.end("{}", States.failed("E")));
  }

  /// AWS: States.TaskFailed stands for every error but a timeout.
  @Test
  void task_failed_is_any_error_but_a_timeout() {
    var machine =
        task("\"Catch\": [{\"ErrorEquals\": [\"States.TaskFailed\"], \"Next\": \"Two\"}]");

    assertEquals(
        "SUCCEEDED {\"Error\":\"E\",\"Cause\":\"it happened\"}",
        machine.end("{}", States.failed("E")));
    assertEquals(
        "FAILED States.Timeout: it happened", machine.end("{}", States.failed("States.Timeout")));
  }

  /// AWS: States.Runtime cannot be caught, and States.ALL does not catch it.
  @Test
  void a_runtime_error_is_never_caught() {
    var machine =
        task(
            """
            "Retry": [{"ErrorEquals": ["States.Runtime"]}],
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Two"}]
            """);

    assertEquals(
        "FAILED States.Runtime: it happened", machine.end("{}", States.failed("States.Runtime")));
  }

  /// AWS: an expression that fails is an error of its state, which its state may catch.
  @Test
  void an_output_that_fails_is_caught_by_its_own_state() {
    var machine =
        States.of(
            """
            "One": {%s, "Arguments": {"FunctionName": "f"}, "Output": "{%% $states.result.nothing %%}",
              "Catch": [{"ErrorEquals": ["States.QueryEvaluationError"], "Output": "caught", "Next": "Two"}],
              "End": true},
            "Two": {"Type": "Pass", "End": true}
            """
                .formatted(States.TASK));

    assertEquals("SUCCEEDED \"caught\"", machine.end("{}"));
  }

  @Test
  void a_catcher_that_fails_itself_is_not_caught_again() {
    var machine =
        task(
            """
            "Catch": [{"ErrorEquals": ["States.ALL"], "Output": "{% $nothing %}", "Next": "Two"}]
            """);

    assertEquals(
        "FAILED States.QueryEvaluationError: An error occurred while executing the state 'One'"
            + " (entered at the event id #2). The JSONata expression '$nothing' specified for the"
            + " field 'Output' returned nothing (undefined).",
        machine.end("{}", States.failed("E")));
  }

  /// AWS: an error that no state within catches fails the state around it, whose own Catch then
  /// counts.
  @Test
  void what_is_not_caught_within_is_caught_around() {
    var machine =
        States.of(
            """
            "One": {"Type": "Parallel", "Branches": [{"StartAt": "In", "States": {
                "In": {%s, "Arguments": {"FunctionName": "f"}, "End": true,
                  "Catch": [{"ErrorEquals": ["Inner"], "Next": "Mended"}]},
                "Mended": {"Type": "Pass", "Output": "within", "End": true}}}],
              "Catch": [{"ErrorEquals": ["Outer"], "Output": "around", "Next": "Two"}], "End": true},
            "Two": {"Type": "Pass", "End": true}
            """
                .formatted(States.TASK));

    assertEquals("SUCCEEDED [\"within\"]", machine.end("{}", States.failed("Inner")));
    assertEquals("SUCCEEDED \"around\"", machine.end("{}", States.failed("Outer")));
    assertEquals("FAILED Neither: it happened", machine.end("{}", States.failed("Neither")));
  }

  /// AWS: State.RetryCount is the number of attempts after the first.
  @Test
  void the_context_tells_the_attempt() {
    var machine =
        States.of(
            """
            "One": {%s, "Arguments": {"FunctionName": "f"}, "End": true,
              "Retry": [{"ErrorEquals": ["E"]}],
              "Output": "{%% $states.context.State.RetryCount %%}"}
            """
                .formatted(States.TASK));

    assertEquals(
        "SUCCEEDED 2", machine.end("{}", States.failed("E"), States.failed("E"), States.done("1")));
  }
}
