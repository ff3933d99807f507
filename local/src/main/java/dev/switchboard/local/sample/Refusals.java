package dev.switchboard.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Why no channel may be used for leads of an order: what the table has no room for.
public final class Refusals {

  private static final int MOST = 5;

  private Refusals() {}

  /// The most frequent reasons, how to mend them last; no line if no lead is blocked.
  public static List<String> lines(JsonNode receipt) {
    var counts = new TreeMap<String, Integer>();
    for (var lead : receipt.path("leads"))
      if (lead.path("status").asText().equals("blocked"))
        reasons(lead).forEach(reason -> counts.merge(reason, 1, Integer::sum));
    if (counts.isEmpty()) return List.of();

    var lines = new ArrayList<>(List.of("", "  Why leads are blocked:"));
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MOST)
        .map(reason -> "  %6d  %s".formatted(reason.getValue(), reason.getKey()))
        .forEach(lines::add);
    lines.add("  PUT /api/smart-send/settings says who the owner is and what consent there is.");
    return lines;
  }

  /// A channel that a lead has no address for is no surprise.
  private static Stream<String> reasons(JsonNode lead) {
    return StreamSupport.stream(lead.path("decision").path("turned_down").spliterator(), false)
        .filter(down -> !down.path("reason").asText().equals("contactability"))
        .map(down ->
            "no %s: %s"
                .formatted(
                    Words.channel(down.path("channel").asText()), down.path("because").asText()));
  }
}
