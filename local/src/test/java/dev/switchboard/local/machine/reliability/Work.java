package dev.switchboard.local.machine.reliability;

import java.util.Set;
import java.util.TreeSet;

/// What one execution has to do: a wait, a token, a task that fails a few times, a Map and a
/// Parallel; and what that comes to.
///
/// A call is named by execution, function, argument and attempt: no two of one execution are alike.
record Work(int number) {

  static final String MACHINE =
      """
      {"QueryLanguage": "JSONata", "TimeoutSeconds": 3600, "StartAt": "Rest", "States": {
        "Rest": {"Type": "Wait", "Seconds": 1, "Next": "Ask"},
        "Ask": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
          "TimeoutSeconds": 600,
          "Arguments": {"FunctionName": "ask", "Payload": {"of": "{% $states.context.Execution.Name %}", "n": "{% $states.input.n %}",
            "token": "{% $states.context.Task.Token %}", "attempt": 0}},
          "Assign": {"asked": "{% $states.result %}"}, "Output": "{% $states.input %}", "Next": "Try"},
        "Try": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 60,
          "Arguments": {"FunctionName": "try", "Payload": {"of": "{% $states.context.Execution.Name %}", "n": "{% $states.input.n %}",
            "attempt": "{% $states.context.State.RetryCount %}"}},
          "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 3, "BackoffRate": 1}],
          "Assign": {"tried": "{% $states.result.Payload %}"}, "Output": "{% $states.input %}", "Next": "Each"},
        "Each": {"Type": "Map", "Items": "{% [$states.input.n..$states.input.n + 3] %}", "MaxConcurrency": 2,
          "ItemProcessor": {"StartAt": "Item", "States": {
            "Item": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 60,
              "Arguments": {"FunctionName": "item", "Payload": {"of": "{% $states.context.Execution.Name %}", "n": "{% $states.input %}", "attempt": 0}},
              "Output": "{% $states.result.Payload %}", "End": true}}},
          "Assign": {"items": "{% $sum($states.result) %}"}, "Output": "{% $states.context.Execution.Input %}",
          "Next": "Both"},
        "Both": {"Type": "Parallel", "Branches": [
            {"StartAt": "Left", "States": {"Left": {"Type": "Task",
              "Resource": "arn:aws:lambda:us-east-1:000000000000:function:left", "TimeoutSeconds": 60,
              "Arguments": {"of": "{% $states.context.Execution.Name %}", "n": "{% $states.input.n %}", "attempt": 0}, "End": true}}},
            {"StartAt": "Right", "States": {"Right": {"Type": "Task",
              "Resource": "arn:aws:lambda:us-east-1:000000000000:function:right", "TimeoutSeconds": 60,
              "Arguments": {"of": "{% $states.context.Execution.Name %}", "n": "{% $states.input.n %}", "attempt": 0}, "End": true}}}],
          "Output": "{% [$asked, $tried, $items, $states.result] %}", "End": true}}}
      """;

  String name() {
    return "work-" + number;
  }

  String input() {
    return "{\"n\":%d}".formatted(number);
  }

  /// The answer of a function.
  static int answer(String function, int n) {
    return function.length() * n + 1;
  }

  /// How often `try` fails first.
  static boolean fails(int n, int attempt) {
    return attempt < n % 3;
  }

  /// As the interpreter should have it.
  String output() {
    var items = 0;
    for (var n = number; n <= number + 3; n++) items += answer("item", n);
    return "[%d,%d,%d,%d,%d]"
        .formatted(
            answer("ask", number),
            answer("try", number),
            items,
            answer("left", number),
            answer("right", number));
  }

  /// Every call that has to be made.
  Set<String> calls() {
    var calls = new TreeSet<String>();
    calls.add(call("ask", number, 0));
    for (var attempt = 0; attempt <= number % 3; attempt++) calls.add(call("try", number, attempt));
    for (var n = number; n <= number + 3; n++) calls.add(call("item", n, 0));
    calls.add(call("left", number, 0));
    calls.add(call("right", number, 0));
    return calls;
  }

  String call(String function, int n, int attempt) {
    return "%s %s %d %d".formatted(name(), function, n, attempt);
  }
}
