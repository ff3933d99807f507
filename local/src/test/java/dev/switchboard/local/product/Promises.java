package dev.switchboard.local.product;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import dev.switchboard.functions.Json;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What `docs/api/openapi.yaml` promises of answers, held against real ones.
final class Promises {

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  /// By route, status and media type: reading one takes longer than most requests.
  private static final Map<String, JsonSchema> READ = new ConcurrentHashMap<>();

  private Promises() {}

  /// Holds an answer against its promise; what is on no documented route is not looked at.
  ///
  /// @throws AssertionError saying what differs
  static void hold(HttpResponse<String> answer) {
    var method = answer.request().method();
    var verb = method.toLowerCase(Locale.ROOT);
    var path = Contract.path(verb, answer.request().uri().getPath());
    if (path.isEmpty()) return;
    var name = method + " " + path.get() + " " + answer.statusCode();
    var responses = Contract.API.path("paths").path(path.get()).path(verb).path("responses");
    var response = resolved(responses.path(Integer.toString(answer.statusCode())));
    if (response.isMissingNode())
      throw new AssertionError(name + " is not documented; it answered " + answer.body());
    if (response.has("content")) hold(name, response.path("content"), answer);
    else if (!answer.body().isEmpty())
      throw new AssertionError(name + " has no documented body: " + answer.body());
  }

  private static void hold(String name, JsonNode content, HttpResponse<String> answer) {
    var type = answer.headers().firstValue("content-type").orElse("");
    var media = type.replaceFirst(";.*", "").strip();
    if (!content.has(media))
      throw new AssertionError(
          "%s is of no documented type: %s, %s".formatted(name, type, answer.body()));
    if (!media.contains("json")) return;
    var schema = READ.computeIfAbsent(name + " " + media, _ -> schema(content.path(media)));
    var wrong = schema.validate(Json.tree(answer.body()));
    if (wrong.isEmpty()) return;
    throw new AssertionError(
        wrong.stream()
            .map(message -> message.getInstanceLocation() + ": " + message.getMessage())
            .collect(joining("\n", name + " breaks its promise:\n", "\n" + answer.body())));
  }

  private static JsonSchema schema(JsonNode media) {
    var root = Json.MAPPER.createObjectNode();
    root.set("allOf", Json.MAPPER.createArrayNode().add(media.path("schema")));
    root.set("components", Contract.API.path("components"));
    return schema(root);
  }

  /// A schema whose formats are held as well.
  static JsonSchema schema(ObjectNode root) {
    return SCHEMAS.getSchema(root, STRICT);
  }

  private static JsonNode resolved(JsonNode response) {
    return response.has("$ref")
        ? Contract.API.at(response.path("$ref").asText().substring(1))
        : response;
  }
}
