package dev.switchboard.local.conventions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each sample event is one that the template would hand to its function.
class EventsTest {

  private static final Template TEMPLATE = Template.ours();

  /// Functions that a state machine calls.
  private static final Set<String> MACHINES =
      TEMPLATE.properties("AWS::Serverless::StateMachine").values().stream()
          .flatMap(it -> it.at("DefinitionSubstitutions").fields().values().stream())
          .map(arn -> arn.target().replaceFirst("\\.Alias$", ""))
          .collect(Collectors.toSet());

  static Set<String> functions() {
    return TEMPLATE.functions().keySet();
  }

  static List<String> httpFunctions() {
    return TEMPLATE.routes().map(Template.Route::function).distinct().toList();
  }

  static List<String> queueFunctions() {
    return TEMPLATE.events("SQS").map(Template.Event::function).toList();
  }

  static List<String> busFunctions() {
    return TEMPLATE.events("EventBridgeRule").map(Template.Event::function).toList();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void sample_comes_from_a_source_that_the_function_has(String id) {
    var sources =
        TEMPLATE.functions().get(id).at("Events").fields().values().stream()
            .map(event -> event.at("Type").text())
            .distinct()
            .toList();

    assertEquals(
        MACHINES.contains(id) ? List.of("StateMachine") : sources, List.of(source(sample(id))));
  }

  @ParameterizedTest
  @MethodSource("httpFunctions")
  void sample_request_is_on_a_route_of_its_function(String id) {
    var sample = sample(id);
    var key = sample.path("routeKey").asText();
    var route = TEMPLATE.routes().filter(r -> r.key().equals(key)).findFirst().orElseThrow();

    assertEquals(id, route.function());
    assertEquals(key, sample.at("/requestContext/routeKey").asText());
    assertEquals(route.open(), sample.at("/requestContext/authorizer").isMissingNode());
    assertEquals(
        filled(route.key(), sample), key.split(" ")[0] + " " + sample.path("rawPath").asText());
  }

  @ParameterizedTest
  @MethodSource("queueFunctions")
  void sample_batch_is_of_the_functions_queue(String id) {
    var queue = TEMPLATE.events("SQS").filter(e -> e.function().equals(id)).findFirst();
    var name = queue.orElseThrow().properties().at("Queue").target();

    for (var message : sample(id).path("Records"))
      assertTrue(message.path("eventSourceARN").asText().contains("-" + name + "-"));
  }

  @ParameterizedTest
  @MethodSource("busFunctions")
  void sample_event_matches_the_functions_rule(String id) {
    var rule = TEMPLATE.events("EventBridgeRule").filter(e -> e.function().equals(id)).findFirst();

    rule.orElseThrow()
        .properties()
        .at("Pattern")
        .fields()
        .forEach((field, wanted) ->
            assertTrue(
                wanted.items().stream()
                    .anyMatch(one -> one.text().equals(sample(id).path(field).asText())),
                field));
  }

  private static JsonNode sample(String id) {
    try {
      return Json.MAPPER.readTree(Repository.read("events/" + NamesTest.kebab(id) + ".json"));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String source(JsonNode sample) {
    if (sample.has("routeKey")) return "HttpApi";
    if (!sample.has("source") && !sample.has("Records")) return "StateMachine";
    if (sample.at("/Records/0/eventSource").asText().equals("aws:sqs")) return "SQS";
    return sample.path("source").asText().equals("aws.scheduler")
        ? "ScheduleV2"
        : "EventBridgeRule";
  }

  /// The route with the sample's path parameters in it.
  private static String filled(String route, JsonNode sample) {
    var path = route;
    for (var parameter : sample.path("pathParameters").properties())
      path = path.replace("{" + parameter.getKey() + "}", parameter.getValue().asText());
    return path;
  }
}
