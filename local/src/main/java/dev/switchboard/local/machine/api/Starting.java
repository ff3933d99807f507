package dev.switchboard.local.machine.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.switchboard.local.machine.Machines;
import dev.switchboard.local.machine.Refusal;
import dev.switchboard.local.machine.execution.Signal;
import dev.switchboard.local.machine.expression.Values;
import java.util.Optional;
import java.util.regex.Pattern;

/// What begins, stops and redrives executions.
record Starting(Machines machines) {

  /// AWS forbids white space, brackets, wildcards and control characters.
  private static final Pattern NAME =
      Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}");

  JsonNode start(Asked asked) {
    var name = asked.text("name");
    if (name.isPresent() && !NAME.matcher(name.get()).matches())
      throw new Refusal("InvalidName", "Invalid Name: '%s'".formatted(name.get()));
    var input = asked.json("input", "InvalidExecutionInput").orElseGet(() -> Values.read("{}"));
    var execution =
        machines.start(
            new Machines.Order(asked.needed("stateMachineArn"), name, input, Optional.empty()));
    return JsonNodeFactory.instance
        .objectNode()
        .put("executionArn", execution.id())
        .put("startDate", Times.seconds(execution.startedAt()));
  }

  JsonNode stop(Asked asked) {
    var id = asked.needed("executionArn");
    machines.stop(id, new Signal.Stop(asked.failure()));
    var end = machines.store().progress(id).end().orElseThrow();
    return JsonNodeFactory.instance.objectNode().put("stopDate", Times.seconds(end.at()));
  }

  JsonNode redrive(Asked asked) {
    var id = asked.needed("executionArn");
    machines.redrive(id);
    var at = machines.store().progress(id).redrivenAt().orElseThrow();
    return JsonNodeFactory.instance.objectNode().put("redriveDate", Times.seconds(at));
  }
}
