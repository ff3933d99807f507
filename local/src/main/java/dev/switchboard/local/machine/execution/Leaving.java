package dev.switchboard.local.machine.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.switchboard.local.machine.definition.Results;
import dev.switchboard.local.machine.definition.State;
import dev.switchboard.local.machine.expression.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Leaves a state: makes its output, assigns its variables, goes on or ends the flow.
final class Leaving {

  /// How a state is left.
  ///
  /// @param otherwise the output, unless `results` make another
  /// @param next absent: the flow ends
  record Exit(Results results, JsonNode otherwise, Optional<String> next) {}

  private Leaving() {}

  static void leave(Draft draft, Walk walk, State.Onward state) {
    leave(
        draft, walk, Scopes.of(draft, walk), new Exit(state.results(), walk.input(), state.next()));
  }

  /// As above, with `$states.result`.
  static void leave(Draft draft, Walk walk, State.Onward state, JsonNode result) {
    var scope = Scopes.of(draft, walk).with("result", result);
    leave(draft, walk, scope, new Exit(state.results(), result, state.next()));
  }

  static void succeed(Draft draft, Walk walk, State.Succeed state) {
    leave(
        draft,
        walk,
        Scopes.of(draft, walk),
        new Exit(state.results(), walk.input(), Optional.empty()));
  }

  /// All expressions see the variables as they were.
  static void leave(Draft draft, Walk walk, Scope scope, Exit exit) {
    var output =
        exit.results()
            .output()
            .map(each -> Limits.checked(each.evaluate(scope), walk.state()))
            .orElse(exit.otherwise());
    var assigned = assigned(walk, scope, exit.results());
    var left =
        draft.note(
            walk, Types.of(draft.state(walk)) + "StateExited", exited(walk, output, assigned));
    var on = left.assigned(assigned);
    exit.next()
        .ifPresentOrElse(
            next -> draft.put(on.on(next, output)), () -> Ending.end(draft, on, output));
  }

  private static Map<String, JsonNode> assigned(Walk walk, Scope scope, Results results) {
    var values = new LinkedHashMap<String, JsonNode>();
    results
        .assign()
        .forEach(
            (name, each) -> values.put(name, Limits.checked(each.evaluate(scope), walk.state())));
    return values;
  }

  private static Details exited(Walk walk, JsonNode output, Map<String, JsonNode> assigned) {
    var details = Details.name(walk.state()).with("output", output);
    if (!assigned.isEmpty())
      details.with("assignedVariables", JsonNodeFactory.instance.objectNode().setAll(assigned));
    return details;
  }
}
