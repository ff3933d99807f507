package dev.switchboard.local.machine.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.machine.definition.Resource;
import dev.switchboard.local.machine.definition.State;

/// What the history tells of a task; functions named by their ARN have events of their own.
///
/// @param prefix of the events
record Told(Resource resource, String prefix) {

  static Told of(State.Task task) {
    return switch (task.resource()) {
      case Resource.Function function -> new Told(function, "LambdaFunction");
      case Resource.Service service -> new Told(service, "Task");
    };
  }

  Walk asked(Draft draft, Walk walk, JsonNode arguments) {
    var field = prefix.equals("Task") ? "parameters" : "input";
    var scheduled =
        draft.note(walk, prefix + "Scheduled", Details.of(resource).with(field, arguments));
    return draft.note(scheduled, prefix + "Started", about());
  }

  Walk submitted(Draft draft, Walk walk, JsonNode answer) {
    return draft.note(walk, "TaskSubmitted", about().with("output", answer));
  }

  Walk succeeded(Draft draft, Walk walk, JsonNode output) {
    return draft.note(walk, prefix + "Succeeded", about().with("output", output));
  }

  Walk failed(Draft draft, Walk walk, Failure failure) {
    var error = failure.error().orElse("");
    var late = error.equals(Failure.TIMEOUT) || error.equals(Failure.HEARTBEAT);
    return draft.note(walk, prefix + (late ? "TimedOut" : "Failed"), about().with(failure));
  }

  private Details about() {
    return prefix.equals("Task") ? Details.of(resource) : Details.none();
  }
}
