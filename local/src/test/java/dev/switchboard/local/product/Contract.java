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

  private Contract() {}

  /// @param roles who is let in; empty for an open one
  /// @param body whether it reads one
  /// @param keyed whether it takes an `Idempotency-Key`
  record Operation(
      String method, String path, List<String> roles, boolean open, boolean body, boolean keyed) {

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
    for (var path : map(document().get("paths")).entrySet())
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
        String.valueOf(yaml.get("parameters")).contains("IdempotencyKey"));
  }

  private static Map<String, Object> document() {
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
