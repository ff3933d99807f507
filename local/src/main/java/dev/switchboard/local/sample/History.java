package dev.switchboard.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was seen of each lead's sends, answer after answer: an answer shows only the latest.
final class History {

  /// States that say nothing on their own.
  private static final Set<String> PASSING = Set.of("planned", "attempting", "accepted");

  /// @param at since when the send is in that state, or until when it is held
  record Seen(int step, String channel, String state, Instant at, Optional<String> because) {}

  private final Map<String, Set<Seen>> byLead = new LinkedHashMap<>();

  void add(JsonNode leads) {
    for (var lead : leads)
      for (var send : lead.path("sends")) {
        var state = send.path("state").asText();
        var told = !PASSING.contains(state) || send.path("rule").asText().equals("not-taken");
        if (told)
          byLead
              .computeIfAbsent(lead.path("id").asText(), _ -> new LinkedHashSet<>())
              .add(seen(send, state));
      }
  }

  private static Seen seen(JsonNode send, String state) {
    var held = state.equals("held") && send.has("due_at");
    return new Seen(
        send.path("step").asInt(),
        send.path("channel").asText(),
        state,
        Instant.parse(send.path(held ? "due_at" : "since").asText()),
        Optional.of(send.path("because").asText()).filter(text -> !text.isEmpty()));
  }

  /// Of one lead, in the order seen.
  List<Seen> of(String lead) {
    return List.copyOf(byLead.getOrDefault(lead, Set.of()));
  }
}
