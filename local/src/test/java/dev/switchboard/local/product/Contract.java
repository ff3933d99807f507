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

  static final JsonNode API = read();

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
        yaml.path("parameters").toString().contains("IdempotencyKey"));
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

  private static JsonNode read() {
    try {
      var text = Files.readString(Path.of("..", "docs", "api", "openapi.yaml"));
      var yaml = new Load(LoadSettings.builder().build()).loadFromString(text);
      return Json.MAPPER.valueToTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
