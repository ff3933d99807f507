package dev.switchboard.local.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The operations of `docs/api/openapi.yaml`.
final class Contract {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private static final Map<String, Object> DOCUMENT = read();

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
    for (var path : map(DOCUMENT.get("paths")).entrySet())
      for (var entry : map(path.getValue()).entrySet())
        if (METHODS.contains(entry.getKey()))
          operations.add(operation(entry.getKey(), path.getKey(), map(entry.getValue())));
    return operations;
  }

  private static Operation operation(String method, String path, Map<String, Object> yaml) {
    var roles = new ArrayList<String>();
    if (yaml.get("x-roles") instanceof List<?> list) list.forEach(it -> roles.add((String) it));
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        roles,
        yaml.get("security") instanceof List<?> security && security.isEmpty(),
        yaml.containsKey("requestBody"),
        String.valueOf(yaml.get("parameters")).contains("IdempotencyKey"),
        fields(yaml));
  }

  private static List<String> fields(Map<String, Object> operation) {
    var fields = new ArrayList<String>();
    if (operation.get("parameters") instanceof List<?> parameters)
      for (var parameter : parameters) {
        var found = found(map(parameter));
        if (found.get("in").equals("query")) fields.add("?" + found.get("name"));
      }
    if (operation.get("requestBody") instanceof Map<?, ?> body) {
      var json = map(found(map(body)).get("content")).get("application/json");
      if (json != null) addFields("", map(map(json).get("schema")), fields);
    }
    return fields;
  }

  private static void addFields(String at, Map<String, Object> schema, List<String> fields) {
    var found = found(schema);
    if (found.get("items") instanceof Map<?, ?> items) addFields(at + "/0", map(items), fields);
    if (found.get("properties") instanceof Map<?, ?> properties)
      for (var property : map(properties).entrySet()) {
        fields.add(at + "/" + property.getKey());
        addFields(at + "/" + property.getKey(), map(property.getValue()), fields);
      }
  }

  /// What a reference names: `#/components/schemas/Usd`.
  private static Map<String, Object> found(Map<String, Object> yaml) {
    if (!(yaml.get("$ref") instanceof String reference)) return yaml;
    var found = DOCUMENT;
    for (var name : reference.substring(2).split("/")) found = map(found.get(name));
    return found;
  }

  private static Map<String, Object> read() {
    try {
      var text = Files.readString(Path.of("..", "docs", "api", "openapi.yaml"));
      return map(new Load(LoadSettings.builder().build()).loadFromString(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object yaml) {
    return (Map<String, Object>) yaml;
  }
}
