package dev.switchboard.local.machine.definition;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Notes the fields of a state that are none of its type's.
final class KnownFields {

  private static final Set<String> OF_EVERY_STATE = Set.of("Type", "Comment", "QueryLanguage");

  private static final Set<String> OF_JSONPATH =
      Set.of(
          "InputPath",
          "OutputPath",
          "ResultPath",
          "ResultSelector",
          "Parameters",
          "Result",
          "ItemsPath",
          "SecondsPath",
          "TimestampPath",
          "TimeoutSecondsPath",
          "HeartbeatSecondsPath",
          "ErrorPath",
          "CausePath",
          "MaxConcurrencyPath",
          "ToleratedFailureCountPath",
          "ToleratedFailurePercentagePath");

  private KnownFields() {}

  /// @param ofType fields that states of this type have besides those of every state
  static void check(Spot state, String... ofType) {
    var known = new TreeSet<>(OF_EVERY_STATE);
    known.addAll(List.of(ofType));
    state
        .fields()
        .forEach((name, field) -> {
          if (known.contains(name)) return;
          if (OF_JSONPATH.contains(name))
            field.wrong(
                "%s is a field of JSONPath, which is not executed here".formatted(name),
                "write it as Arguments, Output or Assign in JSONata");
          else
            field.wrong(
                "a %s has no field %s here".formatted(state.json().path("Type").asText(), name),
                "remove it, or mend its name");
        });
  }
}
