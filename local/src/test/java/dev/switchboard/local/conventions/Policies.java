package dev.switchboard.local.conventions;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What `template.yaml` lets each function do.
public final class Policies {

  private Policies() {}

  /// By the function's name: `dynamodb:GetItem SendsTable`.
  public static Map<String, Set<String>> allowed() {
    return Template.ours().functions().entrySet().stream()
        .collect(
            toMap(
                Map.Entry::getKey,
                function ->
                    function.getValue().at("Policies").items().stream()
                        .flatMap(policy -> policy.at("Statement").items().stream())
                        .flatMap(Policies::pairs)
                        .collect(toSet())));
  }

  private static Stream<String> pairs(Yaml statement) {
    return statement.at("Action").items().stream()
        .flatMap(action ->
            statement.at("Resource").items().stream()
                .map(resource -> action.text() + " " + resource.target()));
  }
}
