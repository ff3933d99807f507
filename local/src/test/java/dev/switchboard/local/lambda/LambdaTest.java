package dev.switchboard.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.functions.Aws;
import dev.switchboard.functions.Json;
import dev.switchboard.local.EmbeddedRuntime;
import dev.switchboard.local.RuntimeOptions;
import dev.switchboard.local.function.FunctionMaker;
import dev.switchboard.local.function.Invocation;
import dev.switchboard.local.template.Template;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What works in the embedded runtime works as Lambda starts it.
///
/// On Linux only: AWS's runtime interface client brings native code for nothing else.
@EnabledOnOs(OS.LINUX)
class LambdaTest {

  private static final List<JsonNode> HEARD = new CopyOnWriteArrayList<>();

  /// Two processes at a time: more would only wait for each other.
  private static final ExecutorService TWO = Executors.newFixedThreadPool(2);

  private static final Map<String, Future<List<JsonNode>>> ANSWERS = new HashMap<>();

  @TempDir private static Path folder;

  private static EmbeddedRuntime runtime;

  @BeforeAll
  static void start() {
    runtime =
        EmbeddedRuntime.start(
            RuntimeOptions.inMemory(Path.of("..", "template.yaml")).withMaker(LambdaTest::make));
    functions()
        .forEach(name -> {
          var event = sample(name);
          ANSWERS.put(name, TWO.submit(() -> answers(name, List.of(event, event))));
        });
  }

  @AfterAll
  static void stop() {
    TWO.close();
    runtime.close();
  }

  static Stream<String> functions() {
    return runtime.template().functions().stream().map(Template.Function::name);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void a_sample_is_answered_cold_and_warm_as_in_the_embedded_runtime(String name) throws Exception {
    var answers = ANSWERS.get(name).get();

    assertTrue(went(answers.getFirst()), answers.toString());
    var embedded = steady(embedded(name, sample(name)));
    assertEquals(List.of(embedded, embedded), answers.stream().map(LambdaTest::steady).toList());
  }

  /// What one process answers to those events, one after the other.
  private static List<JsonNode> answers(String name, List<String> events) throws Exception {
    var own = Files.createTempDirectory(folder, name);
    var answers = new ArrayList<JsonNode>();
    try (var process = LambdaProcess.start(function(name), runtime, own)) {
      for (var event : events) answers.add(Json.tree(process.call(event)));
    }
    return answers;
  }

  @Test
  void an_event_from_a_process_reaches_the_functions_that_wait_for_it() throws Exception {
    var order = sample("SmartSend").replace("sample-order-1", "real").replace(": true", ": false");
    var lead = body(embedded("SmartSend", order)).path("leads").path(0);
    var contact = lead.path("contact_id").asText();
    var optOut = sample("ChangeContact").replace("ArxhYzbn7xjEZ76u", contact);

    var answers = TWO.submit(() -> answers("ChangeContact", List.of(optOut))).get();
    assertEquals(202, answers.getFirst().path("statusCode").asInt());
    assertTrue(runtime.settle());

    var heard =
        HEARD.stream()
            .map(event -> event.at("/detail/contact_id").asText())
            .filter(contact::equals)
            .toList();
    assertEquals(List.of(contact), heard);
  }

  /// As the runtime makes them; what `WithdrawSends` is called with is noted.
  private static RequestStreamHandler make(
      String handler, Map<String, String> environment, Aws aws, InstantSource clock) {
    var made = FunctionMaker.withServices(handler, environment, aws, clock);
    if (!handler.endsWith(".WithdrawSends")) return made;
    return (in, out, context) -> {
      var event = in.readAllBytes();
      HEARD.add(Json.MAPPER.readTree(event));
      made.handleRequest(new ByteArrayInputStream(event), out, context);
    };
  }

  private static JsonNode body(JsonNode answer) {
    return Json.tree(answer.path("body").asText());
  }

  /// Without what each look at the dependencies measures anew.
  private static JsonNode steady(JsonNode answer) {
    if (!answer.path("body").asText().contains("latency_ms")) return answer;
    var body = (ObjectNode) body(answer);
    body.remove("checked_at");
    body.findParents("latency_ms")
        .forEach(each -> ((ObjectNode) each).remove(List.of("latency_ms", "backlog")));
    return ((ObjectNode) answer.deepCopy()).put("body", body.toString());
  }

  private static boolean went(JsonNode answer) {
    return answer.has("statusCode")
        ? answer.path("statusCode").asInt() < 500
        : answer.path("batchItemFailures").isEmpty();
  }

  private static JsonNode embedded(String name, String event) {
    return switch (runtime.call(name, event.getBytes(StandardCharsets.UTF_8))) {
      case Invocation.Answered(var payload) ->
          Json.tree(new String(payload, StandardCharsets.UTF_8));
      case Invocation.Failed(var type, var message) ->
          throw new AssertionError(type + ": " + message);
      case Invocation.TimedOut(var message) -> throw new AssertionError(message);
    };
  }

  private static Template.Function function(String name) {
    return runtime.template().functions().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String sample(String function) {
    var file = function.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".json";
    try {
      return Files.readString(Path.of("..", "events", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
