package dev.switchboard.functions.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.functions.providers.Stub.Conduct;
import dev.switchboard.functions.providers.checkup.Diagnosis.CannotTell;
import dev.switchboard.functions.providers.checkup.Diagnosis.Missing;
import dev.switchboard.functions.providers.checkup.Diagnosis.NoAnswer;
import dev.switchboard.functions.providers.http.OneRequest;
import dev.switchboard.functions.providers.setup.Checkups;
import dev.switchboard.functions.providers.setup.ProviderSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What vendors say of what there is, on the wire: one request for one question.
class CheckupsTest {

  /// Enough for who does not answer anyway.
  private static final OneRequest.Limits SHORT =
      new OneRequest.Limits(Duration.ofMillis(300), Duration.ofMillis(300), 10_000);

  @ParameterizedTest
  @EnumSource
  void a_key_that_is_not_taken_is_told_once(Vendor vendor) {
    for (var status : List.of(401, 403)) {
      var conduct = new Conduct.Reply(status, "", "{\"message\": \"Invalid key.\"}");
      var told = Checkup.diagnoses(vendor, conduct);

      assertEquals(1, told.size());
      assertTrue(told.getFirst() instanceof Missing, told.toString());
      assertTrue(
          told.getFirst().what().endsWith("does not take the key: " + status + ", Invalid key."),
          told.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_not_there_is_missing(Vendor vendor) {
    for (var status : List.of(400, 404, 422)) {
      var told = Checkup.diagnoses(vendor, new Conduct.Reply(status, "", "{}"));

      assertTrue(told.stream().allMatch(Missing.class::isInstance), told.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void who_was_asked_too_often_is_asked_again_later(Vendor vendor) {
    var told = Checkup.diagnoses(vendor, new Conduct.Reply(429, "", "{}"));

    assertEquals(1, told.size());
    assertTrue(told.getFirst() instanceof CannotTell, told.toString());
  }

  @ParameterizedTest
  @EnumSource
  void who_says_nothing_that_can_be_read_does_not_answer(Vendor vendor) {
    for (var conduct :
        List.of(
            new Conduct.Reply(200, "", "{\"stat"),
            new Conduct.Reply(200, "", "<html>"),
            new Conduct.Reply(200, "", ""),
            new Conduct.Reply(500, "", "{}"),
            new Conduct.Reply(302, "Location: /elsewhere\r\n", "{}"),
            new Conduct.ResetBefore(),
            new Conduct.Silence(),
            new Conduct.Drip("{}"),
            new Conduct.Truncated("{\"status\": \"active\"}"))) {
      var told = Checkup.diagnoses(vendor, conduct, SHORT);
      assertTrue(told.stream().allMatch(NoAnswer.class::isInstance), conduct + " " + told);
    }
    var nobody = Checkup.diagnoses(vendor, Stub.nobody(), Map.of(), SHORT);
    assertTrue(nobody.stream().allMatch(NoAnswer.class::isInstance), nobody.toString());
  }

  @ParameterizedTest
  @EnumSource
  void questions_only_read_and_tell_who_asks(Vendor vendor) {
    try (var stub = Stub.replying(200, "{}")) {
      Checkup.diagnoses(vendor, stub.url(), Map.of(), Vendor.HASTY);

      for (var request : stub.requests()) {
        assertTrue(request.line().startsWith("GET "), request.line());
        assertEquals("switchboard", request.header("user-agent"));
        var proof = request.header("authorization") + request.header("xi-api-key");
        assertTrue(!proof.isEmpty(), request.head());
      }
      assertEquals(vendor == Vendor.RESEND ? 1 : 2, stub.requests().size());
    }
  }

  @Test
  void what_is_set_up_in_part_is_told_as_the_start_tells_it() {
    var half = ProviderSettings.of(Map.of("VAPI_API_KEY", "key"), Optional.empty());

    var told = new Checkups(half, OneRequest.bounded()).of(Vendor.VAPI.channel).getFirst().ask();

    assertEquals(
        "A provider is set up in part: VAPI_ASSISTANT_ID is missing; VAPI_PHONE_NUMBER_ID is"
            + " missing. Set that too, or unset all its variables and the outbox stands in for it.",
        told.getFirst().line());
  }
}
