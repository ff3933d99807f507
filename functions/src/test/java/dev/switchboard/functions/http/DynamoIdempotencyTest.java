package dev.switchboard.functions.http;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.OwnerId;
import dev.switchboard.Unavailable;
import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.functions.http.Idempotency.Attempt;
import dev.switchboard.functions.http.Idempotency.Begun;
import dev.switchboard.functions.http.Idempotency.Begun.Done;
import dev.switchboard.functions.http.Idempotency.Begun.Fresh;
import dev.switchboard.functions.http.Idempotency.Begun.OtherRequest;
import dev.switchboard.functions.http.Idempotency.Begun.Resume;
import dev.switchboard.functions.http.Idempotency.Begun.Running;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoIdempotencyTest {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00.250Z");
  @RegisterExtension private static final DynamoEngine engine = new DynamoEngine("Outreach");

  private static int number;

  private final Idempotency keys = new DynamoIdempotency(engine.client(), "Outreach");
  private Attempt attempt;

  @BeforeEach
  void another_key() {
    attempt = of("acme", "k-" + ++number, "request");
  }

  @Test
  void a_key_is_new_once() {
    assertEquals(new Fresh("e-1", 1), keys.begin(attempt, "e-1", NOW));
    assertEquals(new Running(ofSeconds(59)), keys.begin(attempt, "e-2", NOW.plusSeconds(1)));
  }

  @Test
  void what_was_done_is_told_again() {
    keys.begin(attempt, "e-1", NOW);

    assertTrue(keys.finish(attempt, 1, NOW.plusSeconds(2)));

    assertEquals(new Done("e-1"), keys.begin(attempt, "e-2", NOW.plusSeconds(3)));
  }

  @Test
  void another_request_under_the_same_key_is_refused_running_or_done() {
    var other = of("acme", attempt.key().value(), "other");
    keys.begin(attempt, "e-1", NOW);

    assertEquals(new OtherRequest(), keys.begin(other, "e-2", NOW.plusSeconds(1)));
    keys.finish(attempt, 1, NOW.plusSeconds(2));
    assertEquals(new OtherRequest(), keys.begin(other, "e-2", NOW.plusSeconds(3)));
  }

  @Test
  void another_owner_has_keys_of_his_own() {
    keys.begin(attempt, "e-1", NOW);

    assertEquals(
        new Fresh("e-2", 1), keys.begin(of("zeta", attempt.key().value(), "other"), "e-2", NOW));
  }

  @Test
  void a_dead_attempt_is_taken_over_under_its_id_and_cannot_finish_any_more() {
    keys.begin(attempt, "e-1", NOW);

    assertEquals(
        new Running(ofMillis(1)),
        keys.begin(attempt, "e-2", NOW.plus(Idempotency.LEASE).minusMillis(1)));
    assertEquals(new Resume("e-1", 2), keys.begin(attempt, "e-2", NOW.plus(Idempotency.LEASE)));
    assertFalse(keys.finish(attempt, 1, NOW.plusSeconds(61)));
    assertFalse(keys.abandon(attempt, 1, NOW.plusSeconds(61)));
    assertTrue(keys.finish(attempt, 2, NOW.plusSeconds(62)));
  }

  @Test
  void an_abandoned_key_is_free_and_its_fence_stays_behind() {
    keys.begin(attempt, "e-1", NOW);

    assertTrue(keys.abandon(attempt, 1, NOW));

    assertEquals(
        new Fresh("e-2", 2), keys.begin(of("acme", attempt.key().value(), "other"), "e-2", NOW));
    assertFalse(keys.finish(attempt, 1, NOW));
  }

  @Test
  void a_key_is_forgotten_after_seven_days_though_the_table_still_has_it() {
    keys.begin(attempt, "e-1", NOW);
    keys.finish(attempt, 1, NOW);

    assertEquals(new Done("e-1"), keys.begin(attempt, "e-2", NOW.plus(ofDays(7)).minusSeconds(1)));
    assertEquals(new Fresh("e-2", 2), keys.begin(attempt, "e-2", NOW.plus(ofDays(7))));
  }

  @Test
  void of_many_at_the_same_moment_one_acts() throws Exception {
    List<Callable<Begun>> all =
        IntStream.range(0, 16)
            .<Callable<Begun>>mapToObj(i -> () -> keys.begin(attempt, "e-" + i, NOW))
            .toList();

    try (var threads = Executors.newFixedThreadPool(8)) {
      var fresh =
          threads.invokeAll(all).stream()
              .map(Future::resultNow)
              .filter(Fresh.class::isInstance)
              .count();
      assertEquals(1, fresh);
    }
  }

  @Test
  void a_table_that_does_not_answer_is_unavailable() {
    var nowhere = new DynamoIdempotency(engine.client(), "Nowhere");

    assertThrows(Unavailable.class, () -> nowhere.begin(attempt, "e-1", NOW));
  }

  private static Attempt of(String owner, String key, String fingerprint) {
    return new Attempt(new OwnerId(owner), new IdempotencyKey(key), fingerprint);
  }
}
