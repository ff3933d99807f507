package dev.switchboard.local.machine.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.switchboard.local.machine.Machines;
import dev.switchboard.local.machine.execution.Signal;
import dev.switchboard.local.machine.execution.Token;
import java.util.function.Function;

/// What is done with the tokens of tasks.
record HandingBack(Machines machines) {

  JsonNode success(Asked asked) {
    asked.needed("output");
    var output = asked.json("output", "InvalidOutput").orElseThrow();
    return handBack(asked, token -> new Signal.Succeeded(token.walk(), token.mark(), output));
  }

  JsonNode failure(Asked asked) {
    return handBack(asked, token -> new Signal.Failed(token.walk(), token.mark(), asked.failure()));
  }

  JsonNode heartbeat(Asked asked) {
    return handBack(asked, token -> new Signal.Alive(token.walk(), token.mark()));
  }

  private JsonNode handBack(Asked asked, Function<Token, Signal> signal) {
    machines.handBack(asked.needed("taskToken"), signal);
    return JsonNodeFactory.instance.objectNode();
  }
}
