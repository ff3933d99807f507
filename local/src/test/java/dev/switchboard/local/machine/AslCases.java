package dev.switchboard.local.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.local.function.Invocation;
import dev.switchboard.local.machine.definition.Resource;
import dev.switchboard.local.machine.execution.Failure;
import dev.switchboard.local.machine.expression.Values;
import dev.switchboard.local.machine.task.FunctionCall;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Executes cases, one a line of standard input: `{"id","definition","input","lambdas"}`; answers
/// one a line: `{"id","status","output","error","cause"}`.
final class AslCases {

  private static final String LARGE = "\"" + "a".repeat(257 * 1024) + "\"";

  private AslCases() {}

  public static void main(String[] arguments) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = in.readLine(); line != null; line = in.readLine())
      System.out.println(Values.text(answer(Values.read(line))));
  }

  static ObjectNode answer(JsonNode given) {
    var answer = JsonNodeFactory.instance.objectNode().put("id", given.path("id").asText());
    try {
      var definition = given.path("definition");
      var text = definition.isTextual() ? definition.textValue() : Values.text(definition);
      var calls = new FunctionCall(functions(given.path("lambdas")));
      var rehearsal =
          new Rehearsal(
              Rehearsal.machine(text),
              given.path("input"),
              (resource, event, _) ->
                  switch (resource) {
                    case Resource.Function(var arn) -> calls.call(arn, event);
                    case Resource.Service _ -> calls.perform(event);
                  });
      var progress = rehearsal.run();
      answer.put("status", progress.status().name());
      var end = progress.end().orElseThrow();
      end.output().ifPresent(output -> answer.put("output", Values.text(output)));
      end.failure().flatMap(Failure::error).ifPresent(error -> answer.put("error", error));
      end.failure().flatMap(Failure::cause).ifPresent(cause -> answer.put("cause", cause));
    } catch (IllegalArgumentException e) {
      answer.put("status", "REFUSED").put("cause", e.getMessage());
    }
    return answer;
  }

  private static FunctionCall.Functions functions(JsonNode lambdas) {
    var behaviours = new HashMap<String, String>();
    for (var each : lambdas)
      behaviours.put(each.path("name").asText(), each.path("behaviour").asText());
    return (name, event) -> invoked(behaviours, name, event);
  }

  private static Optional<Invocation> invoked(
      Map<String, String> behaviours, String name, byte[] event) {
    return Optional.ofNullable(behaviours.get(name))
        .map(behaviour ->
            switch (behaviour) {
              case "identity" -> new Invocation.Answered(event);
              case "returns_257KiB_string" -> answered(LARGE);
              case "returns_bytes" -> answered("\"HelloWorld!\"");
              default -> raised(behaviour.split(":", 3));
            });
  }

  private static Invocation answered(String json) {
    return new Invocation.Answered(json.getBytes(StandardCharsets.UTF_8));
  }

  /// @param parts `raise`, the error's type, its message
  private static Invocation raised(String[] parts) {
    return new Invocation.Failed(parts[1], parts[2]);
  }
}
