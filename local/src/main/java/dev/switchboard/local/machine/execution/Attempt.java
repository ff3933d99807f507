package dev.switchboard.local.machine.execution;

import dev.switchboard.local.machine.expression.EvaluationFailure;

/// Does something for a walk's state; what goes wrong is that state's failure.
final class Attempt {
  private Attempt() {}

  static void at(Draft draft, WalkId id, Runnable action) {
    try {
      action.run();
    } catch (EvaluationFailure e) {
      Recovering.fail(draft, id, noted(draft, id, e));
    } catch (Failing e) {
      Recovering.fail(draft, id, e.failure());
    }
  }

  /// As [#at], where the state is being left by a catcher: nothing there catches a second time.
  static void atLast(Draft draft, WalkId id, Runnable action) {
    try {
      action.run();
    } catch (EvaluationFailure e) {
      Recovering.escalate(draft, draft.here(id), noted(draft, id, e));
    } catch (Failing e) {
      Recovering.escalate(draft, draft.here(id), e.failure());
    }
  }

  private static Failure noted(Draft draft, WalkId id, EvaluationFailure failure) {
    var walk = draft.here(id);
    var found =
        Failure.of(
            Failure.QUERY,
            "An error occurred while executing the state '%s' (entered at the event id #%d). %s"
                .formatted(walk.state(), walk.visit().entered(), failure.getMessage()));
    draft.put(
        draft.note(
            walk.waiting(new Waiting.Queued()),
            "EvaluationFailed",
            Details.of(found).with("location", failure.field()).with("state", walk.state())));
    return found;
  }
}
