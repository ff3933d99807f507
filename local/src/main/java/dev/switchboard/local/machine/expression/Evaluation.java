package dev.switchboard.local.machine.expression;

import com.fasterxml.jackson.databind.JsonNode;

/// What came of one expression.
public sealed interface Evaluation {

  record Value(JsonNode json) implements Evaluation {}

  /// Undefined, which is not null: a field that is not there, a variable nobody assigned.
  record Nothing() implements Evaluation {}

  /// A function, or something that holds one.
  record Unsupported() implements Evaluation {}

  /// @param message JSONata's code and sentence
  record Threw(String message) implements Evaluation {}
}
