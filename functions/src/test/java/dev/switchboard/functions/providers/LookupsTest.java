package dev.switchboard.functions.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.functions.providers.http.OneRequest.Limits;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Objection;
import dev.switchboard.send.Objection.Kind;
import dev.switchboard.send.Report;
import dev.switchboard.send.Send;
import dev.switchboard.send.Sighting;
import dev.switchboard.send.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What vendors say when they are asked for a send.
class LookupsTest {

  @ParameterizedTest
  @EnumSource
  void what_cannot_be_read_tells_nothing(Vendor vendor) {
    for (var body : List.of("{}", "", "null", "<html>", "{\"messages\": 3, \"data\": 3}")) {
      assertEquals(new Sighting.Unclear(), found(vendor, 200, body), body);
      assertEquals(List.of(), reports(vendor, 200, body), body);
    }
    for (var status : List.of(301, 401, 404, 429, 500)) {
      assertEquals(new Sighting.Unclear(), found(vendor, status, "{\"data\": []}"));
      assertEquals(List.of(), reports(vendor, status, vendor.taken));
    }
  }

  @Test
  void a_text_is_found_by_its_words_and_its_time() {
    var now = "Mon, 23 Nov 2026 18:00:01 +0000";
    var words = Vendor.WORDS.text().replace("\n", "\\n");

    assertEquals(new Sighting.Found("SM1"), text("SM1", words, now));
    assertEquals(new Sighting.Absent(), text("SM1", "other words", now));
    assertEquals(new Sighting.Absent(), text("SM1", words, "Mon, 23 Nov 2026 17:00:00 +0000"));
    assertEquals(new Sighting.Absent(), found(Vendor.TWILIO, 200, "{\"messages\": []}"));
  }

  private static Sighting text(String sid, String words, String created) {
    return found(
        Vendor.TWILIO,
        200,
        "{\"messages\": [{\"sid\": \"%s\", \"body\": \"%s\", \"date_created\": \"%s\"}]}"
            .formatted(sid, words, created));
  }

  @Test
  void a_mail_is_found_by_its_address_its_subject_and_its_time() {
    assertEquals(new Sighting.Found("m-1"), mail("Hello", "2026-11-23 18:00:01.5+00", false));
    assertEquals(new Sighting.Found("m-1"), mail("Hello", "2026-11-23T18:00:01Z", true));
    assertEquals(new Sighting.Absent(), mail("Other", "2026-11-23T18:00:01Z", false));
    assertEquals(new Sighting.Absent(), mail("Hello", "2026-11-23T17:00:00Z", true));
  }

  @Test
  void a_mail_that_a_long_list_may_hide_is_absent_as_long_as_its_key_is_known() {
    var list = "{\"has_more\": true, \"data\": [{\"created_at\": \"2026-11-23T18:00:01Z\"}]}";
    var old = Vendor.RESEND.unknown(Vendor.NOW.minus(Duration.ofHours(23)));

    assertEquals(new Sighting.Absent(), found(Vendor.RESEND, 200, list));
    assertEquals(new Sighting.Unclear(), found(Vendor.RESEND, old, 200, list));
  }

  private static Sighting mail(String subject, String created, boolean more) {
    var to = Vendor.RESEND.claimed().step().address();
    return found(
        Vendor.RESEND,
        200,
        "{\"has_more\": %s, \"data\": [{\"id\": \"m-1\", \"to\": [\"%s\"], \"subject\": \"%s\", \"created_at\": \"%s\"}]}"
            .formatted(more, to, subject, created));
  }

  @Test
  void a_call_is_found_by_our_id() {
    var ours = "[{\"conversation_id\": \"c-1\", \"user_id\": \"%s\"}]".formatted(Vendor.MID);
    var voicemail =
        "[{\"id\": \"v-1\", \"assistantOverrides\": {\"metadata\": {\"mid\": \"%s\"}}}]";

    assertEquals(
        new Sighting.Found("c-1"),
        found(Vendor.ELEVENLABS, 200, "{\"conversations\": %s}".formatted(ours)));
    assertEquals(new Sighting.Absent(), found(Vendor.ELEVENLABS, 200, "{\"conversations\": []}"));
    assertEquals(
        new Sighting.Found("v-1"), found(Vendor.VAPI, 200, voicemail.formatted(Vendor.MID)));
    assertEquals(new Sighting.Absent(), found(Vendor.VAPI, 200, voicemail.formatted("other")));
  }

  @Test
  void reports_are_asked_for() {
    var end = Instant.parse("2026-11-23T18:02:00Z");
    assertEquals(
        List.of(
            new Report(State.UNDELIVERED, "30005", Optional.of(Usd.of("0.0079")), end)
                .with(new Objection(Kind.BAD_ADDRESS, "twilio 30005"))),
        reports(
            Vendor.TWILIO,
            200,
            "{\"status\": \"undelivered\", \"error_code\": 30005, \"price\": \"-0.00790\","
                + " \"price_unit\": \"USD\", \"date_updated\": \"Mon, 23 Nov 2026 18:02:00"
                + " +0000\"}"));
    assertEquals(
        List.of(new Report(State.BOUNCED, "bounced", Optional.empty(), Vendor.NOW)),
        reports(Vendor.RESEND, 200, "{\"last_event\": \"bounced\"}"));
    assertEquals(
        List.of(new Report(State.ANSWERED, "done", Optional.of(Usd.of("0.123457")), end)),
        reports(
            Vendor.ELEVENLABS,
            200,
            "{\"status\": \"done\", \"transcript\": [{\"role\": \"user\", \"message\": \"hi\"}],"
                + " \"metadata\": {\"start_time_unix_secs\": 1795456800, \"call_duration_secs\":"
                + " 120, \"cost_fiat\": 0.1234567}}"));
    assertEquals(
        List.of(new Report(State.VOICEMAIL, "voicemail", Optional.of(Usd.of("0.11")), end)),
        reports(
            Vendor.VAPI,
            200,
            "{\"status\": \"ended\", \"endedReason\": \"voicemail\", \"cost\": 0.11, \"endedAt\":"
                + " \"2026-11-23T18:02:00Z\"}"));
  }

  @Test
  void codes_in_a_report_tell_troubles_apart() {
    var kinds =
        Map.of(
            21610, Kind.OPTED_OUT,
            30001, Kind.PASSING,
            30003, Kind.PASSING,
            30004, Kind.BAD_ADDRESS,
            30007, Kind.CONTENT,
            30008, Kind.PASSING,
            30034, Kind.OUR_MISTAKE);
    kinds.forEach((code, kind) ->
        assertEquals(
            List.of(Optional.of(new Objection(kind, "twilio " + code))),
            objections(
                Vendor.TWILIO, "{\"status\": \"failed\", \"error_code\": %d}".formatted(code))));
    assertEquals(
        List.of(Optional.empty()),
        objections(Vendor.TWILIO, "{\"status\": \"failed\", \"error_code\": 99999}"));
    assertEquals(
        List.of(Optional.of(new Objection(Kind.PASSING, "vapi x-concurrency-limit-y"))),
        objections(
            Vendor.VAPI, "{\"status\": \"ended\", \"endedReason\": \"x-concurrency-limit-y\"}"));
    assertEquals(
        List.of(Optional.of(new Objection(Kind.COMPLAINT, "resend complaint"))),
        objections(Vendor.RESEND, "{\"last_event\": \"complained\"}"));
  }

  private static List<Optional<Objection>> objections(Vendor vendor, String body) {
    return reports(vendor, 200, body).stream().map(Report::objection).toList();
  }

  @Test
  void what_is_under_way_or_new_is_no_report() {
    for (var status : List.of("queued", "sent", "teleported"))
      assertEquals(List.of(), reports(Vendor.TWILIO, 200, "{\"status\": \"" + status + "\"}"));
    for (var reason : List.of("silence-timed-out", "beamed-up"))
      assertEquals(
          List.of(),
          reports(
              Vendor.VAPI, 200, "{\"status\": \"ended\", \"endedReason\": \"" + reason + "\"}"));
    assertEquals(List.of(), reports(Vendor.RESEND, 200, "{\"last_event\": \"delivery_delayed\"}"));
    assertEquals(List.of(), reports(Vendor.ELEVENLABS, 200, "{\"status\": \"in-progress\"}"));
  }

  private static Sighting found(Vendor vendor, int status, String body) {
    return found(vendor, vendor.unknown(), status, body);
  }

  private static Sighting found(Vendor vendor, Send send, int status, String body) {
    try (var stub = Stub.replying(status, body)) {
      return vendor.at(stub.url(), Limits.DEFAULT).find(send);
    }
  }

  private static List<Report> reports(Vendor vendor, int status, String body) {
    try (var stub = Stub.replying(status, body)) {
      return vendor.at(stub.url(), Limits.DEFAULT).reports(vendor.accepted());
    }
  }
}
