package dev.switchboard.local.machine.generated;

import java.util.Set;

/// How a flow ends.
sealed interface Outcome {
  record Reached(int value) implements Outcome {}

  /// @param errors any one of which it may fail with: which is first is a matter of time
  record Failed(Set<String> errors) implements Outcome {
    public Failed {
      errors = Set.copyOf(errors);
    }
  }
}
