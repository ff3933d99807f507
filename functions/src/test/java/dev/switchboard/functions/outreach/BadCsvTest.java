package dev.switchboard.functions.outreach;

import static dev.switchboard.functions.http.Problems.finding;
import static dev.switchboard.functions.http.Problems.invalid;
import static dev.switchboard.functions.http.Problems.unreadable;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// CSV that is not of leads.
class BadCsvTest {

  private static final String SCORE = "must be a whole number from 1 to 10";

  @Test
  void all_findings_of_csv_are_told_with_their_lines() {
    var csv = "id,score,consent_kind\n1,11,\n,5,\n\n\"3\n4\",5\n1,x,express\n";

    assertEquals(
        invalid(
            finding("/leads/2", "must have as many values as the header: 3, has 2 (line 5)"),
            finding("/leads/0/score", SCORE + " (line 2)", "'11'"),
            finding("/leads/1/id", "is required (line 3)"),
            finding(
                "/leads/2/id", "must be one line of 1 to 128 characters (line 5)", "'3\uFFFD4'"),
            finding("/leads/3/id", "must be unique: it is at /leads/0/id too (line 7)", "'1'"),
            finding("/leads/3/score", SCORE + " (line 7)", "'x'"),
            finding("/leads/3/consent/0/source", "is required: where it was given (line 7)"),
            finding("/leads/3/consent/0/at", "is required: when it was given (line 7)")),
        Orders.problem("text/csv", csv.getBytes(UTF_8), Map.of("goal", "nurture")));
  }

  @Test
  void a_header_that_is_not_of_leads_is_told() {
    var known =
        "id, name, email, phone, score, industry, role, company, source, engagement, has_whatsapp,"
            + " hasWhatsApp, language, time_zone, state, consent_channel, consent_kind,"
            + " consent_source, consent_at";

    assertEquals(
        invalid(
            finding("/leads", "unknown column: mobile; known: " + known),
            finding("/leads", "column is there twice: id")),
        Orders.problem("text/csv", "id,mobile,ID\n1,2,3".getBytes(UTF_8), Map.of()));
    assertEquals(
        unreadable("The body is empty; CSV with a header row is wanted."),
        Orders.problem("text/csv", "\n".getBytes(UTF_8), Map.of()));
    assertEquals(
        unreadable("The body is not CSV at line 2: a quote is not closed?"),
        Orders.problem("text/csv", "id\n\"a".getBytes(UTF_8), Map.of()));
  }
}
