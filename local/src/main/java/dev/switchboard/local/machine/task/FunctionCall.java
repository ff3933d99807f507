package dev.switchboard.local.machine.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.switchboard.local.function.Invocation;
import dev.switchboard.local.machine.expression.Values;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/// `lambda:invoke`, and the plain form that names a function by its ARN alone.
///
/// A function that throws is an error named by the class it threw; the cause is the JSON text that
/// Lambda would have answered with.
public final class FunctionCall implements Action {

  /// Calls functions by name.
  public interface Functions {
    /// @return empty when there is none of that name
    Optional<Invocation> call(String name, byte[] event);
  }

  private final Functions functions;

  public FunctionCall(Functions functions) {
    this.functions = functions;
  }

  /// The plain form: the answer is the result as it is.
  public Outcome call(String function, JsonNode event) {
    var bytes = event.isNull() ? "{}" : Values.text(event);
    return functions
        .call(name(function), bytes.getBytes(StandardCharsets.UTF_8))
        .map(FunctionCall::outcome)
        .orElseGet(() ->
            Outcome.failed("Lambda.ResourceNotFoundException", "Function not found: " + function));
  }

  /// `lambda:invoke`: the answer is the field `Payload` of the result.
  @Override
  public Outcome perform(JsonNode arguments) {
    if (!arguments.path("FunctionName").isTextual())
      return Outcome.failed(
          "Lambda.ValidationException", "FunctionName must be the name or the ARN of a function");
    var payload = arguments.path("Payload");
    var function = arguments.path("FunctionName").textValue();
    return switch (call(
        function, payload.isMissingNode() ? JsonNodeFactory.instance.objectNode() : payload)) {
      case Outcome.Done(var answer) -> new Outcome.Done(wrapped(answer, qualified(function)));
      case Outcome.Failed failed -> failed;
    };
  }

  /// @param published whether an alias was called, and so a version
  private static JsonNode wrapped(JsonNode answer, boolean published) {
    var result = JsonNodeFactory.instance.objectNode();
    result.put("ExecutedVersion", published ? "1" : "$LATEST").set("Payload", answer);
    result.putObject("SdkHttpMetadata").put("HttpStatusCode", 200);
    result.putObject("SdkResponseMetadata").put("RequestId", UUID.randomUUID().toString());
    return result.put("StatusCode", 200);
  }

  /// Of a name, a name with an alias, or an ARN with or without one.
  static String name(String function) {
    return withoutArn(function).replaceFirst(":.*", "");
  }

  private static boolean qualified(String function) {
    return withoutArn(function).contains(":");
  }

  private static String withoutArn(String function) {
    return function.replaceFirst("^arn:.*:function:", "");
  }

  private static Outcome outcome(Invocation invocation) {
    return switch (invocation) {
      case Invocation.Answered(var payload) -> answered(payload);
      case Invocation.Failed(var type, var message) -> threw(type, message);
      case Invocation.TimedOut(var message) -> threw("Sandbox.Timedout", message);
    };
  }

  private static Outcome answered(byte[] payload) {
    var text = new String(payload, StandardCharsets.UTF_8);
    try {
      return new Outcome.Done(
          text.isBlank() ? JsonNodeFactory.instance.nullNode() : Values.read(text));
    } catch (IllegalArgumentException e) {
      return threw("Runtime.MalformedResponse", "The answer is no JSON: " + e.getMessage());
    }
  }

  private static Outcome threw(String type, String message) {
    var cause =
        JsonNodeFactory.instance.objectNode().put("errorMessage", message).put("errorType", type);
    return Outcome.failed(type, Values.text(cause));
  }
}
