package dev.switchboard.local.machine.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.switchboard.local.machine.Arns;
import dev.switchboard.local.machine.Machines;
import dev.switchboard.local.machine.Refusal;
import dev.switchboard.local.machine.expression.Values;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/// `states:startExecution`, with or without waiting for the end.
public record ExecutionStart(Machines machines) implements Action {

  @Override
  public Outcome perform(JsonNode arguments) {
    return started(arguments, name(arguments), Optional.empty());
  }

  /// With the token that the end of the execution hands back.
  ///
  /// Asked again after a crash, it finds the execution that it began: a name of its own comes from
  /// the token.
  Outcome awaited(JsonNode arguments, String token) {
    return started(arguments, Optional.of(name(arguments, token)), Optional.of(token));
  }

  /// The ARN of the execution that a task with this token waits for.
  public static String id(JsonNode arguments, String token) {
    var machine = Arns.unqualified(arguments.path("StateMachineArn").asText());
    return Arns.execution(machine, name(arguments, token));
  }

  private static String name(JsonNode arguments, String token) {
    var own = UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.UTF_8)).toString();
    return name(arguments).orElse(own);
  }

  private Outcome started(JsonNode arguments, Optional<String> name, Optional<String> parent) {
    try {
      var machine = arguments.path("StateMachineArn").asText();
      var execution = machines.start(new Machines.Order(machine, name, input(arguments), parent));
      return new Outcome.Done(
          JsonNodeFactory.instance
              .objectNode()
              .put("ExecutionArn", execution.id())
              .put("StartDate", execution.startedAt().toEpochMilli()));
    } catch (Refusal e) {
      return Outcome.failed("StepFunctions.%sException".formatted(e.type()), e.getMessage());
    } catch (IllegalArgumentException e) {
      return Outcome.failed(
          "StepFunctions.InvalidExecutionInputException",
          "Invalid State Machine Execution Input: '%s'".formatted(e.getMessage()));
    }
  }

  private static Optional<String> name(JsonNode arguments) {
    return Optional.of(arguments.path("Name")).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /// As JSON, or as a text that is JSON.
  private static JsonNode input(JsonNode arguments) {
    var input = arguments.path("Input");
    if (input.isMissingNode()) return JsonNodeFactory.instance.objectNode();
    return input.isTextual() ? Values.read(input.textValue()) : input;
  }
}
