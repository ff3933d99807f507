package dev.switchboard.local.machine.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.local.machine.Arns;
import dev.switchboard.local.machine.execution.Execution;
import dev.switchboard.local.machine.execution.Failure;
import dev.switchboard.local.machine.execution.Progress;

/// What the task that waited for an execution is told of its end.
public final class EndedExecution {
  private EndedExecution() {}

  /// The result of `states:startExecution.sync:2`; of an execution that failed, the cause.
  public static JsonNode told(Execution execution, Progress progress) {
    var told =
        JsonNodeFactory.instance
            .objectNode()
            .put("ExecutionArn", execution.id())
            .<ObjectNode>set("Input", execution.input())
            .put("Name", Arns.name(execution.id()))
            .put("StartDate", execution.startedAt().toEpochMilli())
            .put("StateMachineArn", execution.machine())
            .put("Status", progress.status().name());
    progress
        .end()
        .ifPresent(end -> {
          told.put("StopDate", end.at().toEpochMilli());
          end.output().ifPresent(output -> told.set("Output", output));
          end.failure().flatMap(Failure::error).ifPresent(error -> told.put("Error", error));
          end.failure().flatMap(Failure::cause).ifPresent(cause -> told.put("Cause", cause));
        });
    return told;
  }
}
