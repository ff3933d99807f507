package dev.switchboard.functions.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.functions.providers.Stub.Conduct;
import dev.switchboard.functions.providers.http.OneRequest.Limits;
import dev.switchboard.send.Outcome;
import dev.switchboard.send.Outcome.Accepted;
import dev.switchboard.send.Outcome.NotTaken;
import dev.switchboard.send.Outcome.Refused;
import dev.switchboard.send.Outcome.Unclear;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every vendor's answers come to, on the wire: one request for one attempt.
class OutcomesTest {

  private static final String NO = "{\"message\": \"no\"}";

  @ParameterizedTest
  @EnumSource
  void an_answer_is_an_outcome_and_asked_for_once(Vendor vendor) {
    for (var row :
        List.of(
            new Row(200, new Accepted("id-1")),
            new Row(201, new Accepted("id-1")),
            new Row(302, mistake(302)),
            new Row(400, mistake(400)),
            new Row(401, mistake(401)),
            new Row(403, mistake(403)),
            new Row(404, mistake(404)),
            new Row(408, new Unclear("408")),
            new Row(409, new Unclear("409")),
            new Row(422, mistake(422)),
            new Row(425, new NotTaken(Optional.of(Duration.ofSeconds(7)), "425")),
            new Row(429, new NotTaken(Optional.of(Duration.ofSeconds(7)), "429")),
            new Row(500, new Unclear("500")),
            new Row(502, new Unclear("502")),
            new Row(503, new Unclear("503")),
            new Row(504, new Unclear("504")))) {
      var body = row.status() < 300 ? vendor.taken : NO;
      var conduct =
          new Conduct.Reply(row.status(), "Retry-After: 7\r\nLocation: /elsewhere\r\n", body);
      assertEquals(new Seen(row.outcome(), 1), seen(vendor, conduct), "" + row);
    }
  }

  private record Row(int status, Outcome outcome) {}

  /// @param requests whole ones that the other side saw
  private record Seen(Outcome outcome, int requests) {}

  private static Seen seen(Vendor vendor, Conduct conduct) {
    return seen(vendor, conduct, Limits.DEFAULT);
  }

  private static Seen seen(Vendor vendor, Conduct conduct, Limits limits) {
    try (var stub = new Stub(conduct)) {
      return new Seen(vendor.attempt(stub.url(), limits), stub.requests().size());
    }
  }

  private static Refused mistake(int status) {
    return new Refused(Outcome.Refusal.OUR_MISTAKE, "" + status, "no");
  }

  @ParameterizedTest
  @EnumSource
  void a_success_that_names_nothing_is_unclear(Vendor vendor) {
    var unclear = new Seen(new Unclear("200 without an id"), 1);

    for (var body : List.of("{\"sid\": \"id-", "{}", "[]", "", "null", "<html>"))
      assertEquals(unclear, seen(vendor, new Conduct.Reply(200, "", body)), body);
  }

  @ParameterizedTest
  @EnumSource
  void a_refusal_that_cannot_be_read_is_one_by_its_status(Vendor vendor) {
    var unreadable =
        new Refused(Outcome.Refusal.OUR_MISTAKE, "400", "the provider gives no reason");

    for (var body : List.of("{\"message\": \"n", "", "<html>", "[]"))
      assertEquals(new Seen(unreadable, 1), seen(vendor, new Conduct.Reply(400, "", body)), body);
  }

  @ParameterizedTest
  @EnumSource
  void what_never_got_there_was_not_taken(Vendor vendor) {
    assertInstanceOf(NotTaken.class, vendor.attempt(Stub.nobody()));
    assertInstanceOf(NotTaken.class, vendor.attempt("http://nobody.invalid"));
    try (var stub = new Stub(new Conduct.ResetBefore())) {
      var encrypted = stub.url().replace("http:", "https:");
      assertInstanceOf(NotTaken.class, vendor.attempt(encrypted));
    }
    try (var stub = new Stub(new Conduct.Silence())) {
      var encrypted = stub.url().replace("http:", "https:");
      assertInstanceOf(NotTaken.class, vendor.attempt(encrypted, Vendor.HASTY));
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_got_no_whole_answer_is_unclear(Vendor vendor) {
    for (var conduct :
        List.of(
            new Conduct.ResetAfter(),
            new Conduct.Silence(),
            new Conduct.Drip(vendor.taken),
            new Conduct.Truncated(vendor.taken),
            new Conduct.Reply(200, "", " ".repeat(HUGE)))) {
      var seen = seen(vendor, conduct, Vendor.HASTY);
      assertInstanceOf(Unclear.class, seen.outcome(), "" + conduct);
      assertEquals(1, seen.requests(), "" + conduct);
    }
  }

  private static final int HUGE = Vendor.HASTY.bytes() + 1;

  @Test
  void an_attempt_ends_within_ten_seconds() throws InterruptedException {
    try (var attempts = Executors.newVirtualThreadPerTaskExecutor()) {
      var taken =
          attempts.invokeAll(
              Stream.of(Vendor.values())
                  .flatMap(vendor ->
                      Stream.<Conduct>of(new Conduct.Silence(), new Conduct.Drip(vendor.taken))
                          .map(conduct -> timed(vendor, conduct)))
                  .toList());

      for (var each : taken) {
        var longest = Duration.ofSeconds(10);
        assertTrue(each.resultNow().compareTo(longest) < 0, each.resultNow() + " is too long");
      }
    }
  }

  private static Callable<Duration> timed(Vendor vendor, Conduct conduct) {
    return () -> {
      try (var stub = new Stub(conduct)) {
        var begin = Instant.now();
        var provider = vendor.at(stub.url(), Limits.DEFAULT);
        var outcome = provider.attempt(vendor.claimed(), Vendor.WORDS, Optional.empty());
        assertEquals(new Unclear("no whole answer within 8000 ms"), outcome);
        assertEquals(1, stub.requests().size());
        return Duration.between(begin, Instant.now());
      }
    };
  }
}
