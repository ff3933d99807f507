package dev.switchboard.local.machine.expression;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What the expressions of one state can name: `$states`, the variables, the functions.
///
/// JSON is turned into JSONata's objects once for all expressions of the state, and only what an
/// expression mentions.
public final class Scope {

  private final Map<String, JsonNode> states;
  private final Map<String, JsonNode> variables;
  private final Extensions functions;
  private final Map<String, Object> plain = new HashMap<>();

  /// @param states fields of `$states`: `input`, `context`, and `result` or `errorOutput`
  /// @param variables by name, without `$`
  /// @param now of `$now()` and `$millis()`
  /// @param random of `$uuid()` and of `$random()` without a seed
  public Scope(
      Map<String, JsonNode> states,
      Map<String, JsonNode> variables,
      Instant now,
      RandomGenerator random) {
    this.states = states;
    this.variables = variables;
    this.functions = new Extensions(now, random);
  }

  /// This scope with one field more in `$states`.
  public Scope with(String field, JsonNode value) {
    var more = new LinkedHashMap<>(states);
    more.put(field, value);
    return new Scope(more, variables, functions.now(), functions.random());
  }

  void bind(Query query, Jsonata.Frame frame) {
    functions.bind(query, frame);
    variables.forEach((name, value) -> {
      if (query.mentions(name)) frame.bind(name, plain(name, value));
    });
    if (query.mentions("states")) frame.bind("states", plain.computeIfAbsent("", _ -> states()));
  }

  private Object plain(String name, JsonNode value) {
    var found = plain.computeIfAbsent(name, _ -> Values.plain(value));
    return found == null ? Jsonata.NULL_VALUE : found;
  }

  private Object states() {
    var fields = new LinkedHashMap<String, Object>();
    states.forEach((name, value) -> fields.put(name, Values.plain(value)));
    return fields;
  }
}
