package dev.switchboard.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Some leads told from the first decision to the last state, from what the API answered about
/// them.
final class Stories {

  private static final int WIDTH = 100;

  /// The leads of `samples/leads.csv` that `samples/scenario.json` has most happen to.
  static final List<String> LEADS =
      List.of(
          "lead-01", "lead-02", "lead-06", "lead-08", "lead-10", "lead-19", "lead-21", "lead-24");

  private Stories() {}

  static List<String> of(JsonNode leads, History history) {
    var lines = new ArrayList<String>();
    for (var id : LEADS)
      for (var lead : leads)
        if (lead.path("id").asText().equals(id)) lines.addAll(story(lead, history));
    return lines;
  }

  private static List<String> story(JsonNode lead, History history) {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.addAll(indented(title(lead), ""));
    for (var remark : lead.path("remarks")) lines.addAll(indented(remark.asText() + ".", "  "));
    lead.path("decision").path("turned_down").forEach(down -> turnedDown(down, lines));
    for (var seen : history.of(lead.path("id").asText())) lines.addAll(indented(told(seen), "  "));
    for (var outcome : lead.path("outcomes"))
      lines.addAll(indented("It %s.".formatted(outcome.path("outcome").asText()), "  "));
    return lines;
  }

  private static String title(JsonNode lead) {
    return "%s (%s): %s."
        .formatted(
            Words.lead(lead),
            lead.path("id").asText(),
            lead.path("decision").path("because").asText());
  }

  private static void turnedDown(JsonNode down, List<String> lines) {
    if (!down.path("reason").asText().equals("compliance")) return;
    lines.addAll(
        indented(
            "No %s: %s (%s)."
                .formatted(
                    Words.channel(down.path("channel").asText()),
                    down.path("because").asText(),
                    down.path("rule").asText()),
            "  "));
  }

  private static String told(History.Seen seen) {
    var held = seen.state().equals("held");
    return "%s  %-9s  %s%s"
        .formatted(
            Words.date(seen.at()),
            Words.channel(seen.channel()),
            held ? "held until then" : Words.plain(seen.state()),
            because(seen).map(text -> ": " + text).orElse(""));
  }

  private static Optional<String> because(History.Seen seen) {
    return seen.because().filter(text -> !text.equals(seen.state()));
  }

  private static List<String> indented(String text, String indent) {
    return Words.wrap("  " + indent + text, WIDTH, " ".repeat(indent.length() + 4));
  }
}
