package dev.switchboard.local.machine.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.local.machine.Arns;
import dev.switchboard.local.machine.Machines;
import dev.switchboard.local.machine.execution.Execution;
import dev.switchboard.local.machine.execution.Failure;
import dev.switchboard.local.machine.execution.Progress;
import dev.switchboard.local.machine.expression.Values;
import java.time.Instant;

/// What is told of one execution or machine.
record Describing(Machines machines) {

  JsonNode execution(Asked asked) {
    var execution = machines.execution(asked.needed("executionArn"));
    var progress = machines.store().progress(execution.id());
    var told =
        summary(execution, progress)
            .put("input", Values.text(execution.input()))
            .<ObjectNode>set("inputDetails", included());
    progress
        .end()
        .ifPresent(end -> {
          end.output()
              .ifPresent(output -> {
                told.put("output", Values.text(output));
                told.set("outputDetails", included());
              });
          end.failure().flatMap(Failure::error).ifPresent(error -> told.put("error", error));
          end.failure().flatMap(Failure::cause).ifPresent(cause -> told.put("cause", cause));
        });
    var redrivable = progress.redrivable(machines.now());
    return told.put("redriveStatus", redrivable ? "REDRIVABLE" : "NOT_REDRIVABLE");
  }

  /// What lists tell of an execution too.
  static ObjectNode summary(Execution execution, Progress progress) {
    var told =
        JsonNodeFactory.instance
            .objectNode()
            .put("executionArn", execution.id())
            .put("stateMachineArn", execution.machine())
            .put("name", execution.name())
            .put("status", progress.status().name())
            .put("startDate", Times.seconds(execution.startedAt()))
            .put("redriveCount", progress.redrives());
    progress.end().ifPresent(end -> told.put("stopDate", Times.seconds(end.at())));
    progress.redrivenAt().ifPresent(at -> told.put("redriveDate", Times.seconds(at)));
    return told;
  }

  JsonNode machine(Asked asked) {
    var definition = machines.definition(asked.needed("stateMachineArn"));
    return machine(definition.arn(), definition.text(), "creationDate", definition.since())
        .put("status", "ACTIVE")
        .put("type", "STANDARD");
  }

  JsonNode machineOfExecution(Asked asked) {
    var execution = machines.execution(asked.needed("executionArn"));
    var text = machines.store().definition(execution.definition()).orElseThrow();
    return machine(execution.machine(), text, "updateDate", execution.startedAt());
  }

  private static ObjectNode machine(String arn, String text, String dated, Instant since) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("stateMachineArn", arn)
        .put("name", Arns.name(arn))
        .put("definition", text)
        .put("roleArn", "arn:aws:iam::000000000000:role/local")
        .put(dated, Times.seconds(since));
  }

  static ObjectNode included() {
    return JsonNodeFactory.instance.objectNode().put("included", true);
  }
}
