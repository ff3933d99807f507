package dev.switchboard.local.machine.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.machine.execution.Failure;

/// Does what a task asks for; may take long, and may be asked again after a crash.
@FunctionalInterface
public interface Action {

  Outcome perform(JsonNode arguments);

  /// What came of it.
  sealed interface Outcome {
    record Done(JsonNode result) implements Outcome {}

    record Failed(Failure failure) implements Outcome {}

    static Outcome failed(String error, String cause) {
      return new Failed(Failure.of(error, cause));
    }
  }
}
