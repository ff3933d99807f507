package dev.switchboard.local.product;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The operations of `docs/api/openapi.yaml`.
final class Contract {

  static final JsonNode API = read("openapi.yaml");

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private Contract() {}

  /// @param roles who is let in; empty for an open one
  /// @param body whether it reads one
  /// @param keyed whether it takes an `Idempotency-Key`
  /// @param fields what a caller may say: pointers into a JSON object, `?name` for the query; not
  ///   those of an order, which comes in several forms
  record Operation(
      String method,
      String path,
      List<String> roles,
      boolean open,
      boolean body,
      boolean keyed,
      List<String> fields) {

    /// `GET /health`
    String route() {
      return method + " " + path;
    }

    @Override
    public String toString() {
      return route();
    }
  }

  static List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    for (var path : API.path("paths").properties())
      for (var entry : path.getValue().properties())
        if (METHODS.contains(entry.getKey()))
          operations.add(operation(entry.getKey(), path.getKey(), entry.getValue()));
    return operations;
  }

  private static Operation operation(String method, String path, JsonNode yaml) {
    var roles = new ArrayList<String>();
    yaml.path("x-roles").forEach(role -> roles.add(role.asText()));
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        roles,
        yaml.path("security").isArray() && yaml.path("security").isEmpty(),
        yaml.has("requestBody"),
        yaml.path("parameters").toString().contains("IdempotencyKey"),
        fields(yaml));
  }

  private static List<String> fields(JsonNode operation) {
    var fields = new ArrayList<String>();
    for (var parameter : operation.path("parameters")) {
      var found = found(parameter);
      if (found.path("in").asText().equals("query")) fields.add("?" + found.path("name").asText());
    }
    var body = found(operation.path("requestBody"));
    addFields("", body.path("content").path("application/json").path("schema"), fields);
    return fields;
  }

  private static void addFields(String at, JsonNode schema, List<String> fields) {
    var found = found(schema);
    if (found.has("items")) addFields(at + "/0", found.path("items"), fields);
    for (var property : found.path("properties").properties()) {
      fields.add(at + "/" + property.getKey());
      addFields(at + "/" + property.getKey(), property.getValue(), fields);
    }
  }

  /// What a reference names: `#/components/schemas/Usd`.
  private static JsonNode found(JsonNode yaml) {
    return yaml.has("$ref") ? API.at(yaml.path("$ref").asText().substring(1)) : yaml;
  }

  /// The documented path of a request: of several, the one with the fewest parameters.
  ///
  /// @param method in small letters
  static Optional<String> path(String method, String requested) {
    return API.path("paths").properties().stream()
        .filter(candidate -> METHODS.contains(method) && candidate.getValue().has(method))
        .map(Map.Entry::getKey)
        .filter(candidate -> requested.matches(candidate.replaceAll("\\{[a-z_]+}", "[^/]+")))
        .min(
            Comparator.comparingLong(candidate -> candidate.chars().filter(c -> c == '{').count()));
  }

  /// @param file in `docs/api`
  static JsonNode read(String file) {
    try {
      var text = Files.readString(Path.of("..", "docs", "api", file));
      var yaml = new Load(LoadSettings.builder().build()).loadFromString(text);
      return Json.MAPPER.valueToTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
