package dev.switchboard.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/// The answer to a posted order in lines: a table of its leads, then totals.
public final class Receipt {

  private static final String ROW = "  %-18s %5s  %-9s  %-22s %6s  %s";
  private static final int NAME = 18;
  private static final int REASON = 100 - 2 - NAME - 1 - 5 - 2 - 9 - 2 - 22 - 1 - 6 - 2;
  private static final Set<String> SENT = Set.of("accepted", "held");

  private Receipt() {}

  /// One line per lead, after a header.
  public static List<String> table(JsonNode receipt) {
    var lines = new ArrayList<String>();
    lines.add(ROW.formatted("Lead", "Score", "Channel", "Fallbacks", "Cost", "Why"));
    receipt.path("leads").forEach(lead -> lines.add(row(lead)));
    if (receipt.has("next"))
      lines.add("  … the other leads: GET /api/smart-send/{execution_id}/leads");
    return lines;
  }

  private static String row(JsonNode lead) {
    var sent = SENT.contains(lead.path("status").asText());
    var channel = lead.path("primary_channel").asText("");
    return ROW.formatted(
            Words.cut(Words.lead(lead), NAME),
            score(lead),
            sent ? Words.channel(channel) : "-",
            fallbacks(lead),
            sent ? Words.dollars(lead.path("estimated_cost")) : "-",
            Words.cut(why(lead, sent), REASON))
        .stripTrailing();
  }

  /// A score that was worked out has a `~`: it is a guess.
  private static String score(JsonNode lead) {
    if (!lead.has("score")) return "-";
    var guess = lead.path("score_basis").asText().equals("qualified");
    return (guess ? "~" : "") + lead.path("score").asText();
  }

  private static String fallbacks(JsonNode lead) {
    var joined = new StringJoiner(", ");
    lead.path("fallbacks").forEach(channel -> joined.add(Words.channel(channel.asText())));
    return joined.toString();
  }

  private static String why(JsonNode lead, boolean sent) {
    var because = lead.path("decision").path("because").asText();
    if (!sent) return Words.plain(lead.path("status").asText()) + ": " + because;
    var due = lead.path("due");
    if (due.isMissingNode()) return (overBudget(lead) ? "budget; " : "") + because;
    var at = Instant.parse(due.path("at").asText());
    return "held to %s (%s)".formatted(Words.time(at), due.path("rule").asText());
  }

  /// Whether the budget took a channel from it.
  private static boolean overBudget(JsonNode lead) {
    for (var down : lead.path("decision").path("turned_down"))
      if (down.path("rule").asText().equals("budget-total")) return true;
    return false;
  }

  /// What it comes to.
  public static List<String> totals(JsonNode receipt) {
    var used = receipt.path("channels_used");
    var cost = receipt.path("cost");
    var lines = new ArrayList<String>();
    lines.add(
        "  %d leads: %d sent to (%d now, %d later), %d not."
            .formatted(
                receipt.path("sent_to").asInt() + receipt.path("skipped").asInt(),
                receipt.path("sent_to").asInt(),
                receipt.path("accepted").asInt(),
                receipt.path("scheduled").asInt(),
                receipt.path("skipped").asInt()));
    lines.add(
        "  First by: %d calls, %d voicemails, %d SMS, %d e-mails."
            .formatted(
                used.path("voice_calls").asInt(),
                used.path("voicemails").asInt(),
                used.path("sms").asInt(),
                used.path("email").asInt()));
    var money =
        ("  Estimated %s (%s to %s), with fallbacks %s; the budget is %s. Calling all of them"
                + " would cost %s to %s more.")
            .formatted(
                Words.dollars(cost.path("mid")),
                Words.dollars(cost.path("low")),
                Words.dollars(cost.path("high")),
                Words.dollars(cost.path("with_fallbacks")),
                Words.dollars(receipt.path("budget")),
                Words.dollars(receipt.path("savings").path("least")),
                Words.dollars(receipt.path("savings").path("most")));
    lines.addAll(Words.wrap(money, 100, "  "));
    return lines;
  }

  /// What other budgets would buy; only a dry run has it.
  public static List<String> curve(JsonNode receipt) {
    var lines = new ArrayList<String>();
    var row = "  %8s  %5s  %10s  %4s  %7s  %10s  %11s";
    lines.add(
        row.formatted(
            "Budget", "Calls", "Voicemails", "SMS", "E-mails", "Costs most", "Conversions"));
    JsonNode before = MissingNode.getInstance();
    for (var point : receipt.path("curve")) {
      var used = point.path("channels_used");
      // More money that buys the same is no line.
      if (used.equals(before.path("channels_used"))
          && point.path("cost").equals(before.path("cost"))) continue;
      before = point;
      lines.add(
          row.formatted(
              Words.dollars(point.path("budget")),
              used.path("voice_calls").asInt(),
              used.path("voicemails").asInt(),
              used.path("sms").asInt(),
              used.path("email").asInt(),
              Words.dollars(point.path("cost")),
              point.path("expected_conversions").asText()));
    }
    return lines;
  }
}
