package dev.switchboard.local.machine.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One walk through a flow: where it is, and what it has with it.
///
/// @param state name of the one it is in, or is about to enter
/// @param input of that state
/// @param variables assigned by this walk; what it reads besides is its ancestors'
/// @param item which this walk is for, below a Map state
/// @param visit of the state
/// @param last event of the history that this walk caused
public record Walk(
    WalkId id,
    String state,
    JsonNode input,
    Map<String, JsonNode> variables,
    Optional<JsonNode> item,
    Visit visit,
    Waiting waiting,
    long last) {

  public Walk {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /// The stay in one state, from its entry to its exit, over all attempts.
  ///
  /// @param entered number of the event of its entry; 0: not entered yet
  /// @param attempts further ones so far, by retrier
  public record Visit(long entered, Instant at, List<Integer> attempts) {

    public Visit {
      attempts = List.copyOf(attempts);
    }

    static Visit none() {
      return new Visit(0, Instant.EPOCH, List.of());
    }

    int retries() {
      return attempts.stream().mapToInt(Integer::intValue).sum();
    }

    int attempts(int retrier) {
      return retrier < attempts.size() ? attempts.get(retrier) : 0;
    }

    /// This visit with one attempt more by a retrier.
    Visit again(int retrier) {
      var counts = new ArrayList<>(attempts);
      while (counts.size() <= retrier) counts.add(0);
      counts.set(retrier, counts.get(retrier) + 1);
      return new Visit(entered, at, counts);
    }
  }

  /// About to begin its flow.
  static Walk to(WalkId id, String state, JsonNode input) {
    return new Walk(
        id, state, input, Map.of(), Optional.empty(), Visit.none(), new Waiting.Ready(), 0);
  }

  Walk of(JsonNode value) {
    return new Walk(id, state, input, variables, Optional.of(value), visit, waiting, last);
  }

  Walk waiting(Waiting other) {
    return new Walk(id, state, input, variables, item, visit, other, last);
  }

  Walk visiting(Visit other) {
    return new Walk(id, state, input, variables, item, other, waiting, last);
  }

  Walk begun(JsonNode selected) {
    return new Walk(id, state, selected, variables, item, visit, new Waiting.Ready(), last);
  }

  Walk after(long event) {
    return new Walk(id, state, input, variables, item, visit, waiting, event);
  }

  /// About to enter another state.
  Walk on(String next, JsonNode output) {
    return new Walk(id, next, output, variables, item, Visit.none(), new Waiting.Ready(), last);
  }

  Walk assigned(Map<String, JsonNode> values) {
    if (values.isEmpty()) return this;
    var all = new LinkedHashMap<>(variables);
    all.putAll(values);
    return new Walk(id, state, input, all, item, visit, waiting, last);
  }
}
