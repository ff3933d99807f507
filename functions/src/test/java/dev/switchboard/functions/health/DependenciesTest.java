package dev.switchboard.functions.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Unavailable;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.aws.SqsQueue;
import dev.switchboard.functions.health.Dependencies.Checked;
import dev.switchboard.functions.health.Dependency.Kind;
import dev.switchboard.functions.health.Health.Carriage;
import dev.switchboard.functions.health.Health.Status;
import dev.switchboard.functions.providers.checkup.Diagnosis;
import dev.switchboard.functions.providers.traffic.Standing;
import dev.switchboard.functions.providers.traffic.Standing.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DependenciesTest {

  private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
  private static final Diagnosis WORKS = new Diagnosis.Works("It works.");
  private static final Diagnosis MISSING = new Diagnosis.Missing("It is missing.", "Get it.");
  private static final Diagnosis UNKNOWN = new Diagnosis.CannotTell("Who knows?", "Ask.");
  private static final Diagnosis SILENT = new Diagnosis.NoAnswer("It hangs.");

  private static Dependency table(String name, Supplier<Health> question) {
    return new Dependency(name, Kind.TABLE, question);
  }

  @Test
  void who_hangs_is_told_as_that_and_holds_up_nobody() {
    var never = new CountDownLatch(1);
    var hanging =
        table(
            "hanging",
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return new Health.Answered();
            });
    var down =
        table(
            "down",
            () -> {
              throw new Unavailable("the table is away", null);
            });
    var dependencies = new Dependencies(List.of(hanging, down, table("up", Health.Answered::new)));

    var checked = dependencies.check(Duration.ofMillis(300));

    assertEquals(
        List.of(new Health.Silent(), new Health.Down("the table is away"), new Health.Answered()),
        checked.stream().map(Checked::health).toList());
    assertEquals(Duration.ofMillis(300), checked.getFirst().latency());
    assertTrue(checked.getLast().latency().compareTo(Duration.ofMillis(300)) < 0);
  }

  @Test
  void what_nobody_expects_is_not_hidden() {
    var broken =
        table(
            "broken",
            () -> {
              throw new IllegalStateException("ours");
            });

    assertThrows(IllegalStateException.class, () -> new Dependencies(List.of(broken)).check());
  }

  private static Status channel(Outage outage, Diagnosis... diagnoses) {
    var standing = new Standing(outage, Optional.of(0L), Optional.empty());
    return new Health.Channel(new Carriage.Vendor("twilio", standing), List.of(diagnoses)).status();
  }

  @Test
  void a_channel_does_as_its_vendor_does_and_is_set_up() {
    var closed = new Outage.Closed(4);

    assertEquals(Status.UP, channel(closed, WORKS, UNKNOWN));
    assertEquals(Status.DEGRADED, channel(closed, WORKS, MISSING));
    assertEquals(Status.NO_ANSWER, channel(closed, MISSING, SILENT));
    assertEquals(Status.DEGRADED, channel(new Outage.HalfOpen(), WORKS));
    assertEquals(Status.DOWN, channel(new Outage.Open(NOW), WORKS));
    assertEquals(Status.DOWN, new Health.Channel(new Carriage.None(), List.of(MISSING)).status());
    assertEquals(
        Status.UP, new Health.Channel(new Carriage.Simulated("outbox"), List.of()).status());
  }

  @Test
  void an_answer_tells_all_of_it_and_the_worst_first() {
    var standing = new Standing(new Outage.Open(NOW), Optional.of(7L), Optional.empty());
    var answer =
        DependencyAnswer.of(
            List.of(
                checked(
                    Kind.CHANNEL,
                    new Health.Channel(
                        new Carriage.Vendor("twilio", standing), List.of(WORKS, MISSING))),
                checked(
                    Kind.QUEUE,
                    new Health.Queue(Optional.of(new SqsQueue.Depth(3, 2, 1)), Optional.of(4L))),
                checked(Kind.TABLE, new Health.Down("the table is away"))),
            NOW);

    assertEquals(
        Json.tree(
            """
            {"status": "down", "checked_at": "2026-11-23T18:00:00Z", "dependencies": [
              {"name": "it", "kind": "channel", "status": "down", "latency_ms": 12,
               "provider": "twilio", "simulated": false,
               "breaker": {"state": "open", "until": "2026-11-23T18:00:00Z"},
               "backlog": {"waiting": 7},
               "findings": [
                 {"result": "ok", "what": "It works."},
                 {"result": "missing", "what": "It is missing.", "mend": "Get it."}]},
              {"name": "it", "kind": "queue", "status": "degraded", "latency_ms": 12,
               "backlog": {"dead_letters": 4, "delayed": 2, "in_flight": 1, "waiting": 3}},
              {"name": "it", "kind": "table", "status": "down", "latency_ms": 12,
               "detail": "the table is away"}]}
            """),
        Json.tree(Json.text(answer)));
  }

  private static Checked checked(Kind kind, Health health) {
    return new Checked(new Dependency("it", kind, () -> health), health, Duration.ofMillis(12));
  }
}
