package dev.switchboard.local.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.EmbeddedRuntime;
import dev.switchboard.local.RuntimeOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {

  private static final Path TEMPLATE = Path.of("..", "template.yaml");
  private static final SampleFiles FILES = SampleFiles.beside(TEMPLATE);

  @TempDir private static Path state;

  private static EmbeddedRuntime runtime;
  private static Api api;
  private static Map<String, JsonNode> leads;
  private static String printed;

  @BeforeAll
  static void run() {
    start();
    printed = sample();
    leads = leads();
  }

  private static void start() {
    runtime =
        EmbeddedRuntime.start(
            RuntimeOptions.inMemory(TEMPLATE)
                .withState(state)
                .withFreshTime(SampleFiles.monday(Instant.now()))
                .withEnvironment(
                    Map.of("PUBLIC_URL", "${url}", "OUTBOX_SCENARIO", FILES.scenario())));
    api = new Api(runtime.url(), "manager");
  }

  private static String sample() {
    var out = new ByteArrayOutputStream();
    var screen = new Screen(new PrintStream(out, true, StandardCharsets.UTF_8), false);
    new Sample(api, FILES, state, screen).run();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Map<String, JsonNode> leads() {
    var campaign = new Campaign(api, FILES);
    var found = new TreeMap<String, JsonNode>();
    campaign
        .leads(campaign.find().orElseThrow())
        .forEach(lead -> found.put(lead.path("id").asText(), lead));
    return found;
  }

  @AfterAll
  static void stop() {
    api.close();
    runtime.close();
  }

  /// `voice_call no_answer`, one for each send of a lead.
  private static List<String> sends(String lead) {
    var sends = new ArrayList<String>();
    for (var send : leads.get(lead).path("sends"))
      sends.add(send.path("channel").asText() + " " + send.path("state").asText());
    return sends;
  }

  private static int outbox() {
    return api.get("/dev/outbox?limit=1000").expect(200).path("items").size();
  }

  @Test
  void a_call_that_fails_goes_by_voicemail_and_sms_to_email() {
    assertEquals(
        List.of(
            "voice_call no_answer", "voicemail no_answer", "sms undelivered", "email delivered"),
        sends("lead-01"));
  }

  @Test
  void a_reply_stops_the_chain() {
    assertEquals(
        List.of("voicemail voicemail", "sms delivered", "email cancelled"), sends("lead-02"));
    assertEquals(
        "responded", leads.get("lead-02").path("outcomes").path(0).path("outcome").asText());
  }

  @Test
  void an_opt_out_in_the_middle_withdraws_what_waits() {
    var sends = sends("lead-06");

    assertEquals("sms delivered", sends.get(sends.size() - 2));
    assertEquals("email suppressed", sends.getLast());
  }

  @Test
  void a_lead_asleep_is_held_until_its_morning() {
    var lead = leads.get("lead-08");

    assertEquals("held", lead.path("status").asText());
    assertTrue(lead.path("due").has("at"));
    assertEquals("voicemail voicemail", sends("lead-08").getFirst());
  }

  @Test
  void an_enterprise_lead_without_consent_is_not_called_although_a_rule_asks_for_it() {
    var lead = leads.get("lead-10");
    var call = lead.path("decision").path("turned_down").path(0);

    assertEquals("email", lead.path("primary_channel").asText());
    assertEquals("voice_call", call.path("channel").asText());
    assertEquals("compliance", call.path("reason").asText());
    assertEquals("ai-voice", call.path("rule").asText());
    assertTrue(lead.path("remarks").toString().contains("the owner's rule 1 asks for call"));
    assertEquals("owner-rule:1", leads.get("lead-09").path("decision").path("rule").asText());
  }

  @Test
  void what_cannot_be_reached_or_was_there_already_is_told() {
    assertEquals("unreachable", leads.get("lead-12").path("status").asText());
    assertEquals("lead-01", leads.get("lead-14").path("duplicate_of").asText());
    assertEquals("lead-05", leads.get("lead-15").path("duplicate_of").asText());
  }

  @Test
  void refusals_bounces_and_lost_answers_come_to_an_end() {
    assertEquals(List.of("email bounced"), sends("lead-18"));
    assertEquals(List.of("email bounced", "sms delivered"), sends("lead-19"));
    assertEquals("voice_call rejected", sends("lead-20").getFirst());
    assertEquals(List.of("email delivered"), sends("lead-21"));
    assertEquals("voicemail rejected", sends("lead-22").getFirst());
    assertEquals(List.of("email parked"), sends("lead-23"));
  }

  @Test
  void the_budget_runs_out_for_some() {
    var told = new ArrayList<String>();
    for (var lead : leads.values())
      for (var down : lead.path("decision").path("turned_down"))
        if (down.path("rule").asText().equals("budget-total"))
          told.add(lead.path("id").asText() + " " + down.path("channel").asText());

    assertTrue(told.contains("lead-28 voice_call"), told.toString());
  }

  @Test
  void what_is_printed_fits_and_has_no_control_characters() {
    assertEquals(List.of(), printed.lines().filter(line -> line.length() > 100).toList());
    assertFalse(printed.contains("\033"));
    assertFalse(printed.contains("\r"));
  }

  @Test
  void a_second_start_on_the_same_folder_sends_nothing_more() {
    var before = outbox();

    stop();
    start();
    var again = sample();

    assertEquals("", again);
    assertEquals(before, outbox());
    assertTrue(before > 50, "the outbox got " + before);
  }
}
