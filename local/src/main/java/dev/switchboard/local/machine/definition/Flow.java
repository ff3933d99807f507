package dev.switchboard.local.machine.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// States that lead to each other: those of a machine, of a branch, or of what is done to an item.
///
/// @param startAt name of the first
/// @param states by name, in the order of the file
public record Flow(String startAt, Map<String, State> states) {
  public Flow {
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
  }

  /// @throws java.util.NoSuchElementException when there is none of that name
  public State state(String name) {
    var state = states.get(name);
    if (state == null) throw new java.util.NoSuchElementException("there is no state " + name);
    return state;
  }
}
