package dev.switchboard.local.machine.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.machine.execution.Progress.End;
import dev.switchboard.local.machine.execution.Progress.Status;
import java.util.Optional;

/// The ends of flows and of executions.
final class Ending {
  private Ending() {}

  /// A flow ended well.
  static void end(Draft draft, Walk walk, JsonNode output) {
    if (!walk.id().isRoot()) {
      Families.ended(draft, walk, output);
      return;
    }
    draft.note(walk.last(), "ExecutionSucceeded", Details.none().with("output", output));
    draft.remove(walk.id());
    over(draft, Status.SUCCEEDED, new End(draft.now(), Optional.of(output), Optional.empty()));
  }

  static void fail(Draft draft, Failure failure) {
    over(draft, Status.FAILED, "ExecutionFailed", failure);
  }

  static void abort(Draft draft, Failure reason) {
    over(draft, Status.ABORTED, "ExecutionAborted", reason);
  }

  /// AWS gives it neither error nor cause: the status says it.
  static void timeOut(Draft draft) {
    var nothing = new Failure(Optional.empty(), Optional.empty());
    over(draft, Status.TIMED_OUT, "ExecutionTimedOut", nothing);
  }

  private static void over(Draft draft, Status status, String type, Failure failure) {
    var last = draft.walk(WalkId.ROOT).map(Walk::last).orElse(0L);
    draft.note(last, type, Details.of(failure));
    over(draft, status, new End(draft.now(), Optional.empty(), Optional.of(failure)));
  }

  private static void over(Draft draft, Status status, End end) {
    draft.progress(draft.progress().ended(status, end));
    draft.execution().parent().ifPresent(token -> draft.effect(new Effect.Tell(token)));
  }
}
