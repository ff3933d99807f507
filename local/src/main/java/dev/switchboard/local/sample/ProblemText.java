package dev.switchboard.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A refusal of the API in lines for a person: what is wrong, where, and what must hold.
final class ProblemText {

  private static final Pattern LEAD = Pattern.compile("/leads/(\\d+)(?:/(.*))?");
  private static final Pattern LINE = Pattern.compile(" \\(line (\\d+)\\)");
  private static final int MOST = 20;

  private ProblemText() {}

  /// @param problem RFC 9457, or whatever else came
  static List<String> lines(int status, JsonNode problem) {
    var lines = new ArrayList<String>();
    lines.add("Refused (%d): %s".formatted(status, told(problem)));
    var errors = problem.path("errors");
    for (var error : errors) if (lines.size() <= MOST) lines.add("  " + line(error));
    if (errors.size() > MOST) lines.add("  … and %d more".formatted(errors.size() - MOST));
    return lines;
  }

  private static String told(JsonNode problem) {
    var title = problem.path("title").asText(problem.path("message").asText("no reason was given"));
    var detail = problem.path("detail").asText("");
    if (detail.isEmpty() || detail.startsWith(title)) return detail.isEmpty() ? title : detail;
    return title + ". " + detail;
  }

  private static String line(JsonNode error) {
    var rule = error.path("rule").asText();
    var line = LINE.matcher(rule);
    var place = line.find() ? "line " + line.group(1) + ": " : "";
    var value = error.has("value") ? ", is " + error.path("value") : "";
    var mended = LINE.matcher(rule).replaceFirst("");
    return place + field(error.path("pointer").asText(), !place.isEmpty()) + mended + value;
  }

  /// `/leads/3/score` as a person says it; the line, where there is one, says the rest.
  private static String field(String pointer, boolean placed) {
    var lead = LEAD.matcher(pointer);
    if (!lead.matches()) return pointer.isEmpty() ? "" : pointer.replaceFirst("^/", "") + " ";
    var field = lead.group(2) == null ? "" : lead.group(2) + " ";
    return placed ? field : "lead %d: %s".formatted(Integer.parseInt(lead.group(1)) + 1, field);
  }
}
