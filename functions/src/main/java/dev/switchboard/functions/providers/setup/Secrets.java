package dev.switchboard.functions.providers.setup;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Where settings come from that must not be seen.
@FunctionalInterface
public interface Secrets {

  /// Those of the names that have a value.
  ///
  /// @throws dev.switchboard.Unavailable when they cannot be read
  Map<String, String> read(Set<String> names);

  /// Of an environment.
  static Secrets ofEnvironment(Map<String, String> environment) {
    return names ->
        names.stream()
            .filter(environment::containsKey)
            .collect(Collectors.toMap(name -> name, environment::get));
  }
}
