package dev.switchboard.local.machine.execution;

import dev.switchboard.local.machine.definition.State;
import dev.switchboard.local.machine.expression.Scope;
import java.util.Optional;

/// The states that decide where to go, or that it ends badly.
final class Choosing {
  private Choosing() {}

  static void choose(Draft draft, Walk walk, State.Choice choice) {
    var scope = Scopes.of(draft, walk);
    Leaving.leave(draft, walk, scope, exit(walk, choice, scope));
  }

  private static Leaving.Exit exit(Walk walk, State.Choice choice, Scope scope) {
    for (var rule : choice.rules())
      if (new Fields("Condition", scope).truth(rule.condition()))
        return new Leaving.Exit(rule.results(), walk.input(), Optional.of(rule.next()));
    if (choice.otherwise().isPresent())
      return new Leaving.Exit(choice.results(), walk.input(), choice.otherwise());
    throw new Failing(
        Failure.of(
            Failure.NO_CHOICE,
            "An error occurred while executing the state '%s' (entered at the event id #%d). Failed to transition out of the state. The state does not point to a next state."
                .formatted(walk.state(), walk.visit().entered())));
  }

  static void fail(Draft draft, Walk walk, State.Fail fail) {
    var scope = Scopes.of(draft, walk);
    throw new Failing(
        new Failure(
            fail.error().map(each -> new Fields("Error", scope).text(each)),
            fail.cause().map(each -> new Fields("Cause", scope).text(each))));
  }
}
