package dev.switchboard.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// A campaign of the API in lines.
public final class CampaignText {

  private static final int WIDTH = 100;
  private static final String INDENT = " ".repeat(20);
  private static final String ROW = "  %-24s %4s  %-16s  %s";

  private CampaignText() {}

  /// What came of an import: a line, and one for each fault.
  public static List<String> imported(JsonNode report) {
    var lines = new ArrayList<String>();
    lines.add(
        "%d contractors entered, %d refused."
            .formatted(report.path("accepted").asInt(), report.path("refused").size()));
    for (var refused : report.path("refused"))
      for (var fault : refused.path("errors"))
        lines.add(
            "  line %s: %s %s"
                .formatted(
                    refused.path("line").asText("-"),
                    fault.path("pointer").asText(),
                    fault.path("rule").asText()));
    return lines;
  }

  /// Whom it begins with, and when it is looked at.
  public static List<String> plan(JsonNode campaign) {
    var strategy = campaign.path("strategy");
    var lines = new ArrayList<String>();
    lines.add(
        "%s: %d bids by %s, %s"
            .formatted(
                campaign.path("title").asText(),
                campaign.path("progress").path("bids_needed").asInt(),
                at(campaign, "deadline"),
                campaign.path("urgency").asText()));
    lines.add(
        "  Invited: %d of tier 1, %d of tier 2, %d of tier 3; expected %s bids; in time with %s."
            .formatted(
                strategy.path("tier_1").asInt(),
                strategy.path("tier_2").asInt(),
                strategy.path("tier_3").asInt(),
                strategy
                    .path("expected_responses")
                    .decimalValue()
                    .setScale(1, RoundingMode.HALF_UP),
                strategy.path("confidence_shown").asText()));
    lines.add("  Check-ins: " + checkIns(campaign) + ".");
    campaign.path("findings").forEach(it -> lines.addAll(found(it)));
    return lines;
  }

  private static String checkIns(JsonNode campaign) {
    return StreamSupport.stream(campaign.path("check_ins").spliterator(), false)
        .map(it -> "%s %s".formatted(Words.plain(it.path("stage").asText()), at(it, "at")))
        .collect(Collectors.joining(", "));
  }

  private static List<String> found(JsonNode finding) {
    return Words.wrap("  Note: " + finding.path("finding").asText(), WIDTH, "    ");
  }

  /// How it stands, as one line.
  static String progress(JsonNode campaign, Instant now) {
    var progress = campaign.path("progress");
    return "  %-16s  %d of %d bids; %d invited, %d may still bid; in time with %s"
        .formatted(
            Words.date(now),
            progress.path("bids").asInt(),
            progress.path("bids_needed").asInt(),
            progress.path("invited").asInt(),
            progress.path("waiting").asInt(),
            campaign.path("forecast").path("probability_shown").asText());
  }

  /// One decision: when, which check-in, why, what was done.
  static List<String> decision(JsonNode decision) {
    var text =
        "  %-16s  %s%s"
            .formatted(
                at(decision, "at"),
                decision.has("stage")
                    ? "check-in (" + Words.plain(decision.path("stage").asText()) + "): "
                    : "",
                decision.path("because").asText());
    var lines = new ArrayList<>(Words.wrap(text, WIDTH, INDENT));
    decision.path("effects").forEach(it -> lines.add(INDENT + "→ " + Words.plain(it.asText())));
    return lines;
  }

  /// Who was invited, when, and what each said.
  ///
  /// @param contractors by id
  static List<String> results(JsonNode campaign, Function<String, JsonNode> contractors) {
    var answers = new HashMap<String, JsonNode>();
    campaign.path("responses").forEach(it -> answers.put(it.path("contractor_id").asText(), it));
    var lines = new ArrayList<String>();
    lines.add(ROW.formatted("Contractor", "Tier", "Invited", "What came back"));
    for (var invitation : campaign.path("invitations")) {
      var id = invitation.path("contractor_id").asText();
      lines.add(
          ROW.formatted(
              Words.cut(contractors.apply(id).path("name").asText(id), 24),
              invitation.path("tier").asText(),
              at(invitation, "since"),
              answer(invitation, answers.get(id))));
    }
    var progress = campaign.path("progress");
    lines.add("");
    lines.add(
        "  %s: %d of %d bids from %d invited."
            .formatted(
                campaign.path("state").asText(),
                progress.path("bids").asInt(),
                progress.path("bids_needed").asInt(),
                progress.path("invited").asInt()));
    return lines;
  }

  private static String answer(JsonNode invitation, JsonNode answer) {
    if (answer == null) return invitation.path("standing").asText();
    var amount = answer.has("amount") ? " of " + Words.dollars(answer.path("amount")) : "";
    return "%s%s by %s, %s"
        .formatted(
            answer.path("kind").asText().toLowerCase(Locale.ROOT),
            amount,
            answer.path("by").asText(),
            at(answer, "at"));
  }

  private static String at(JsonNode node, String field) {
    return Words.date(Instant.parse(node.path(field).asText()));
  }
}
