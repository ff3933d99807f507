package dev.switchboard.local.machine.definition;

import dev.switchboard.local.machine.expression.Template;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a state hands on.
///
/// @param output to the next state; absent: the result, or for want of one the input
/// @param assign values of variables, by name; all see the old values
public record Results(Optional<Template> output, Map<String, Template> assign) {
  public Results {
    // In their order, so that the first one that fails is the same one every time.
    assign = Collections.unmodifiableMap(new LinkedHashMap<>(assign));
  }
}
