package dev.switchboard.local.machine.execution;

import java.util.List;
import java.util.Optional;

/// Why a state, and in the end an execution, failed.
///
/// @param error name that retriers and catchers match; absent after a Fail state without one
/// @param cause for people
public record Failure(Optional<String> error, Optional<String> cause) {

  /// A state that cannot go on, whatever is done about it: no retrier or catcher matches it.
  public static final String RUNTIME = "States.Runtime";

  public static final String TIMEOUT = "States.Timeout";
  public static final String HEARTBEAT = "States.HeartbeatTimeout";
  public static final String TASK_FAILED = "States.TaskFailed";
  public static final String TOO_LARGE = "States.DataLimitExceeded";
  static final String QUERY = "States.QueryEvaluationError";
  static final String NO_CHOICE = "States.NoChoiceMatched";
  static final String TOO_MANY_FAILURES = "States.ExceedToleratedFailureThreshold";

  public static Failure of(String error, String cause) {
    return new Failure(Optional.of(error), Optional.of(cause));
  }

  static Failure of(String error) {
    return new Failure(Optional.of(error), Optional.empty());
  }

  /// Whether one of the names that a retrier or catcher lists means this failure.
  ///
  /// A silent task's failure is named by its heartbeat, and is a timeout too.
  boolean isAnyOf(List<String> names) {
    var name = error.orElse("");
    if (name.equals(RUNTIME)) return false;
    return names.stream()
        .anyMatch(each ->
            switch (each) {
              case "States.ALL" -> true;
              case TASK_FAILED -> !name.equals(TIMEOUT);
              case TIMEOUT -> name.equals(TIMEOUT) || name.equals(HEARTBEAT);
              default -> name.equals(each);
            });
  }
}
