package dev.switchboard.local.machine.execution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.switchboard.local.machine.definition.Recovery;
import dev.switchboard.local.machine.definition.State;
import java.time.Duration;

/// What is done about a failure: the state is tried again, or left by a catcher, or it fails the
/// state around it, and so on outwards to the execution itself.
final class Recovering {
  private Recovering() {}

  static void fail(Draft draft, WalkId id, Failure failure) {
    var walk = draft.here(id);
    var handled =
        draft.state(walk) instanceof State.Fallible fallible
            && (retried(draft, walk, fallible.recovery(), failure)
                || caught(draft, walk, fallible.recovery(), failure));
    if (!handled) escalate(draft, walk, failure);
  }

  private static boolean retried(Draft draft, Walk walk, Recovery recovery, Failure failure) {
    for (var i = 0; i < recovery.retriers().size(); i++) {
      var retrier = recovery.retriers().get(i);
      if (!failure.isAnyOf(retrier.errors())) continue;
      // A retrier that matches and is used up ends the search for another.
      if (walk.visit().attempts(i) >= retrier.attempts()) return false;
      var visit = walk.visit().again(i);
      draft.prune(walk.id());
      var due = draft.now().plus(pause(draft, retrier, visit.attempts(i)));
      Pausing.until(draft, walk.visiting(visit), new Waiting.Pause(due, draft.mark()));
      return true;
    }
    return false;
  }

  private static Duration pause(Draft draft, Recovery.Retrier retrier, int attempt) {
    var longest = retrier.pause(attempt);
    return retrier.jitter()
        ? Duration.ofMillis((long) (longest.toMillis() * draft.random().nextDouble()))
        : longest;
  }

  private static boolean caught(Draft draft, Walk walk, Recovery recovery, Failure failure) {
    for (var catcher : recovery.catchers()) {
      if (!failure.isAnyOf(catcher.errors())) continue;
      draft.prune(walk.id());
      Attempt.atLast(draft, walk.id(), () -> leave(draft, walk, catcher, failure));
      return true;
    }
    return false;
  }

  private static void leave(Draft draft, Walk walk, Recovery.Catcher catcher, Failure failure) {
    var error =
        JsonNodeFactory.instance
            .objectNode()
            .put("Error", failure.error().orElse(""))
            .put("Cause", failure.cause().orElse(""));
    var scope = Scopes.of(draft, walk).with("errorOutput", error);
    Leaving.leave(
        draft,
        walk,
        scope,
        new Leaving.Exit(catcher.results(), error, java.util.Optional.of(catcher.next())));
  }

  /// Nothing at the walk's own state helped.
  ///
  /// The walks stay as they are until somebody handles it: where nobody does, a redrive finds them.
  static void escalate(Draft draft, Walk walk, Failure failure) {
    if (walk.id().isRoot()) {
      Ending.fail(draft, failure);
      return;
    }
    var parent = draft.here(walk.id().parent());
    var children = (Waiting.Children) parent.waiting();
    if (children.broken() < children.tolerated().orElse(0)) {
      Families.broke(draft, walk, failure);
      return;
    }
    draft.put(noted(draft, walk, parent, failure));
    fail(draft, parent.id(), ofParent(children, failure));
  }

  private static Walk noted(Draft draft, Walk walk, Walk parent, Failure failure) {
    var failed =
        walk.item().isPresent()
            ? draft.note(walk, "MapIterationFailed", Families.iteration(walk, parent))
            : walk;
    draft.put(failed);
    return draft.note(parent, Types.of(draft.state(parent)) + "StateFailed", Details.of(failure));
  }

  /// The first failure comes through as it is, unless some were to be tolerated.
  private static Failure ofParent(Waiting.Children children, Failure failure) {
    if (children.tolerated().isEmpty()) return failure;
    return Failure.of(
        Failure.TOO_MANY_FAILURES, "The specified tolerated failure threshold was exceeded");
  }
}
