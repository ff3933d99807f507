package dev.switchboard.local.machine.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.local.bus.BusProtocol;
import dev.switchboard.local.machine.expression.Values;
import java.nio.charset.StandardCharsets;

/// `events:putEvents`; a detail that is no text is put as JSON. One event that is not taken fails
/// the task.
public record EventPutting(BusProtocol bus) implements Action {

  @Override
  public Outcome perform(JsonNode arguments) {
    var request = arguments.<ObjectNode>deepCopy();
    for (var entry : request.path("Entries"))
      if (entry instanceof ObjectNode event && event.path("Detail").isObject())
        event.put("Detail", Values.text(event.path("Detail")));
    var answer = bus.answer("PutEvents", Values.text(request).getBytes(StandardCharsets.UTF_8));
    var body = answer.body();
    if (answer.status() != 200)
      return Outcome.failed(
          "EventBridge." + body.path("__type").asText(), body.path("message").asText());
    return body.path("FailedEntryCount").asInt() > 0
        ? Outcome.failed("EventBridge.FailedEntry", Values.text(body))
        : new Outcome.Done(body);
  }
}
