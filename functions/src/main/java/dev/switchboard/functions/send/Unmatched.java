package dev.switchboard.functions.send;

import dev.switchboard.functions.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One JSON line about news of which nobody knows what it is about, which CloudWatch counts as
/// metric `UnmatchedNews` of namespace `Switchboard`; never with a number or words.
public final class Unmatched {

  private static final String METRIC = "UnmatchedNews";

  private Unmatched() {}

  /// @param source `twilio`, `resend`, …
  /// @param because what is missing
  public static void tell(String source, String because, Instant at) {
    var directive =
        Map.of(
            "Namespace", "Switchboard",
            "Dimensions", List.of(List.of("source")),
            "Metrics", List.of(Map.of("Name", METRIC, "Unit", "Count")));
    var line = new LinkedHashMap<String, Object>();
    line.put(
        "_aws", Map.of("Timestamp", at.toEpochMilli(), "CloudWatchMetrics", List.of(directive)));
    line.put("source", source);
    line.put("because", because);
    line.put(METRIC, 1);
    System.err.println(Json.text(line));
  }
}
