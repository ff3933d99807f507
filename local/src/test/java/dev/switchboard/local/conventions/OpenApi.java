package dev.switchboard.local.conventions;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The contract, asked for its operations.
final class OpenApi {

  static final Yaml ALL = Yaml.parse(Repository.read("docs/api/openapi.yaml"));

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private OpenApi() {}

  /// @param route `GET /health`
  record Operation(String route, Yaml yaml) {

    boolean open() {
      return yaml.fields().containsKey("security") && yaml.at("security").items().isEmpty();
    }

    List<String> roles() {
      return yaml.at("x-roles").items().stream().map(Yaml::text).toList();
    }

    @Override
    public String toString() {
      return route;
    }
  }

  static Stream<Operation> operations() {
    return ALL.at("paths").fields().entrySet().stream()
        .flatMap(path ->
            path.getValue().fields().entrySet().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .map(entry ->
                    new Operation(
                        entry.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                        entry.getValue())));
  }
}
