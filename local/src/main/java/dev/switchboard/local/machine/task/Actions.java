package dev.switchboard.local.machine.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.machine.definition.Resource;
import java.util.Optional;

/// Everything that tasks can ask for.
public record Actions(
    FunctionCall functions,
    MessageSending queues,
    EventPutting buses,
    TableCall tables,
    ExecutionStart executions) {

  /// @param token of the task, where somebody is to hand it back
  public Action.Outcome perform(Resource resource, JsonNode arguments, Optional<String> token) {
    return switch (resource) {
      case Resource.Function(var arn) -> functions.call(arn, arguments);
      case Resource.Service service when service.pattern() == Resource.Pattern.END ->
          executions.awaited(arguments, token.orElseThrow());
      case Resource.Service service -> action(service).perform(arguments);
    };
  }

  private Action action(Resource.Service service) {
    return switch (service.service()) {
      case "lambda" -> functions;
      case "sqs" -> queues;
      case "events" -> buses;
      case "states" -> executions;
      case "dynamodb" -> arguments -> tables.call(service.action(), arguments);
      default -> throw new IllegalArgumentException("nobody does " + service.name());
    };
  }
}
