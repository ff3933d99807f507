package dev.switchboard.local.dev;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// Executions as lines of text.
final class ExecutionText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  /// Longest value that a line shows; JSON has all of it.
  private static final int LONGEST = 200;

  private ExecutionText() {}

  static String list(List<ExecutionPages.Row> rows) {
    if (rows.isEmpty()) return "No execution yet: start one, and it is here.\n";
    var lines = new ArrayList<String>();
    lines.add("%-20s %-10s %-40s %s".formatted("Started (UTC)", "Status", "Execution", "In"));
    for (var row : rows)
      lines.add(
          "%-20s %-10s %-40s %s"
              .formatted(
                  TIME.format(row.started()),
                  row.status(),
                  row.id(),
                  String.join(", ", row.where()))
              .stripTrailing());
    lines.add("One of them: /dev/executions/" + rows.getFirst().id());
    return String.join("\n", lines) + "\n";
  }

  static String whole(ExecutionPages.Whole whole) {
    var lines = new ArrayList<String>();
    lines.add(
        "%s: %s, started %s".formatted(whole.id(), whole.status(), TIME.format(whole.started()))
            + whole.ended().map(at -> ", ended " + TIME.format(at)).orElse(""));
    whole.output().ifPresent(output -> lines.add("Output: " + shortened(output)));
    whole.error().ifPresent(error -> lines.add("Error:  " + shortened(error)));
    for (var visit : whole.visits()) {
      lines.add("");
      lines.add(
          "%s: entered %s, %s%s"
              .formatted(
                  visit.state(),
                  TIME.format(visit.entered()),
                  visit.left().map(left -> left(visit.entered(), left)).orElse("not left"),
                  visit.retries() == 0 ? "" : ", retries: " + visit.retries()));
      lines.add("  input:  " + shortened(visit.input().toString()));
      visit.output().ifPresent(output -> lines.add("  output: " + shortened(output.toString())));
      visit.error().ifPresent(error -> lines.add("  error:  " + shortened(error)));
    }
    return String.join("\n", lines) + "\n\n" + whole.picture();
  }

  private static String left(Instant entered, Instant left) {
    return "left %s after %.3f s"
        .formatted(TIME.format(left), Duration.between(entered, left).toMillis() / 1_000.0);
  }

  private static String shortened(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + " …";
  }
}
