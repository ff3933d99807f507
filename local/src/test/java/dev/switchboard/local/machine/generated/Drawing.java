package dev.switchboard.local.machine.generated;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Writes a flow as the definition of a machine.
final class Drawing {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectNode states = JSON.objectNode();
  private int count;

  private Drawing() {}

  static String machine(List<Plan> flow) {
    var machine = flow(flow);
    return machine.put("QueryLanguage", "JSONata").toString();
  }

  private static ObjectNode flow(List<Plan> flow) {
    var drawing = new Drawing();
    var end = drawing.name();
    drawing.states.putObject(end).put("Type", "Succeed");
    var first = drawing.chain(flow, end);
    return JSON.objectNode().put("StartAt", first).set("States", drawing.states);
  }

  private String name() {
    return "S" + count++;
  }

  /// Draws the steps so that the last leads to `next`, and returns the first.
  private String chain(List<Plan> flow, String next) {
    var target = next;
    for (var i = flow.size() - 1; i >= 0; i--) target = drawn(flow.get(i), target);
    return target;
  }

  private String drawn(Plan step, String next) {
    var name = name();
    var state = states.putObject(name);
    switch (step) {
      case Plan.Compute(var factor, var term) ->
          state
              .put("Type", "Pass")
              .put("Output", modulo("$states.input * %d + %d".formatted(factor, term)));
      case Plan.Keep(var variable, var term) ->
          state
              .put("Type", "Pass")
              .putObject("Assign")
              .put(variable, "{%% $states.input + %d %%}".formatted(term));
      case Plan.Use(var variable) ->
          state
              .put("Type", "Pass")
              .put(
                  "Output",
                  modulo("$states.input + ($exists($%s) ? $%<s : 0)".formatted(variable)));
      case Plan.Rest(var seconds) -> state.put("Type", "Wait").put("Seconds", seconds);
      case Plan.Call call -> call(state, call, next);
      case Plan.Decide(var limit, var below, var above) -> {
        state.put("Type", "Choice").put("Default", chain(above, next));
        state
            .putArray("Choices")
            .addObject()
            .put("Condition", "{%% $states.input < %d %%}".formatted(limit))
            .put("Next", chain(below, next));
        return name;
      }
      case Plan.Both(var branches, var caught) -> {
        state.put("Type", "Parallel").put("Output", sum());
        var drawn = state.putArray("Branches");
        branches.forEach(branch -> drawn.add(flow(branch)));
        if (caught) caught(state, next);
      }
      case Plan.Each each -> each(state, each, next);
      case Plan.Stop _ -> {
        state.put("Type", "Fail").put("Error", Reference.LOST);
        return name;
      }
    }
    state.put("Next", next);
    return name;
  }

  private static void call(ObjectNode state, Plan.Call call, String next) {
    state
        .put("Type", "Task")
        .put("Resource", "arn:aws:states:::lambda:invoke")
        .put("Output", "{% $states.result %}")
        .putObject("Arguments")
        .put("n", "{% $states.input %}")
        .put("every", call.every())
        .put("attempt", "{% $states.context.State.RetryCount %}");
    call.attempts().ifPresent(attempts -> retried(state, attempts));
    if (call.caught()) caught(state, next);
  }

  private static void each(ObjectNode state, Plan.Each each, String next) {
    state
        .put("Type", "Map")
        .put("Items", "{%% $append([], [0..%d]) %%}".formatted(each.items() - 1))
        .put("ItemSelector", "{% $states.input + $states.context.Map.Item.Value %}")
        .put("MaxConcurrency", each.concurrency())
        .put("Output", sum())
        .set("ItemProcessor", flow(each.flow()));
    each.tolerated().ifPresent(most -> state.put("ToleratedFailureCount", most));
    if (each.caught()) caught(state, next);
  }

  private static void retried(ObjectNode state, int attempts) {
    var retrier = state.putArray("Retry").addObject().put("MaxAttempts", attempts);
    retrier.putArray("ErrorEquals").add(Reference.LOST);
  }

  private static void caught(ObjectNode state, String next) {
    var catcher = state.putArray("Catch").addObject().put("Next", next).put("Output", 0);
    catcher.putArray("ErrorEquals").add("States.ALL");
  }

  private static String sum() {
    return modulo("$sum($append([0], $states.result))");
  }

  private static String modulo(String expression) {
    return "{%% (%s) %% %d %%}".formatted(expression, Plan.MODULUS);
  }
}
