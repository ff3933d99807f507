package dev.switchboard.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How an execution stands, or what came of it, in lines.
public final class Progress {

  private static final String ROW = "  %-10s %6s %6s %10s %10s %11s %11s";

  private Progress() {}

  /// One line: `Tue 24 Nov 13:30 36 of 50 settled voicemail 12, planned 3 $7.05`.
  static String progress(JsonNode execution, String time) {
    var leads = 0;
    for (var count : execution.path("leads")) leads += count.asInt();
    var share = execution.path("progress").asDouble();
    var bar = "█".repeat((int) (share * 20)) + "░".repeat(20 - (int) (share * 20));
    return "  %-16s  %s %3d%% of %d settled  %-30s %6s"
        .formatted(
            time,
            bar,
            (int) (share * 100),
            leads,
            Words.cut(waiting(execution.path("sends")), 30),
            Words.dollars(execution.path("actual_cost")));
  }

  /// `sample: appointment, completed, since Mon 9 Nov 13:00`.
  public static String title(JsonNode execution) {
    return "%s: %s, %s, since %s in New York (%s)"
        .formatted(
            execution.path("name").asText(),
            execution.path("goal").asText(),
            execution.path("status").asText(),
            Words.date(Instant.parse(execution.path("created_at").asText())),
            execution.path("execution_id").asText());
  }

  private static String waiting(JsonNode sends) {
    var parts = new ArrayList<String>();
    for (var state : List.of("planned", "held", "attempting", "accepted", "unknown"))
      if (sends.path(state).asInt() > 0) parts.add(sends.path(state).asInt() + " " + state);
    return String.join(", ", parts);
  }

  /// Per channel what was tried, what arrived, what came back and what it cost; then the sum.
  public static List<String> results(JsonNode execution) {
    var lines = new ArrayList<String>();
    lines.add(
        ROW.formatted(
            "Channel", "Leads", "Taken", "Delivered", "Responded", "Estimated", "Actual"));
    for (var channel : execution.path("by_channel"))
      lines.add(
          ROW.formatted(
              Words.channel(channel.path("channel").asText()),
              channel.path("leads").asInt(),
              channel.path("sends").asInt(),
              channel.path("delivered").asInt(),
              channel.path("responded").asInt(),
              Words.dollars(channel.path("estimated_cost")),
              Words.dollars(channel.path("actual_cost"))));
    var cost = execution.path("cost");
    lines.add(
        "  Estimated %s for the first channels and %s with fallbacks; it cost %s. %d responded."
            .formatted(
                Words.dollars(cost.path("mid")),
                Words.dollars(cost.path("with_fallbacks")),
                Words.dollars(execution.path("actual_cost")),
                execution.path("responded").asInt()));
    return lines;
  }
}
