package dev.switchboard.local.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.local.fixture.Running;
import dev.switchboard.local.fixture.Wiring;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockMovesTest {

  private static final Instant MONDAY = Instant.parse("2026-11-16T18:00:00Z");

  @Test
  void a_move_visits_every_firing_on_its_way() {
    try (var running = Running.start(Wiring.options().withFreshTime(MONDAY))) {
      running.runtime().moves().advance(Duration.ofMinutes(90));

      assertEquals(90, running.notes("tick minute").size());
      assertEquals(0, running.notes("tick morning").size());
      assertFalse(
          running.runtime().clock().instant().isBefore(MONDAY.plus(Duration.ofMinutes(90))));
    }
  }

  @Test
  void a_long_move_thins_the_frequent_schedule_and_keeps_the_rare_one() {
    try (var running = Running.start(Wiring.options().withFreshTime(MONDAY))) {
      running.runtime().moves().advance(Duration.ofDays(2));

      assertEquals(2, running.notes("tick morning").size());
      var minutes = running.notes("tick minute").size();
      assertTrue(minutes > 300 && minutes <= 410, () -> "fired " + minutes);
    }
  }

  @Test
  void every_scheduled_function_is_called_once_at_the_start() {
    try (var running = Running.start()) {
      assertTrue(running.runtime().settle());

      assertEquals(1, running.notes("restart minute").size());
      assertEquals(1, running.notes("restart morning").size());
    }
  }

  @Test
  void the_clock_never_runs_backwards() {
    try (var running = Running.start()) {
      var moves = running.runtime().moves();
      moves.advance(Duration.ofMinutes(1));

      assertThrows(IllegalArgumentException.class, () -> moves.advance(Duration.ofMinutes(-1)));
      assertThrows(IllegalArgumentException.class, () -> moves.set(Instant.EPOCH));
      assertThrows(IllegalArgumentException.class, moves::real);
    }
  }

  @Test
  void a_clock_that_is_behind_can_go_back_to_real_time() {
    var before = Instant.now().minus(Duration.ofHours(3));
    try (var running = Running.start(Wiring.options().withFreshTime(before))) {
      running.runtime().moves().real();

      assertEquals("PT0S", Running.json(running.get("/dev/clock")).path("offset").asText());
    }
  }

  @Test
  void the_clock_is_moved_over_http_by_no_foreign_page() {
    try (var running = Running.start()) {
      var advance = "{\"advance\":\"PT90M\"}";
      var foreign =
          running
              .request("/dev/clock")
              .header("Origin", "http://evil.example")
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(advance));

      assertEquals(403, running.post("/dev/clock", "text/plain", advance).statusCode());
      assertEquals(403, running.send(foreign).statusCode());
      assertEquals(400, running.post("/dev/clock", "application/json", "{}").statusCode());
      assertEquals(
          400, running.post("/dev/clock", "application/json", "{\"advance\":\"x\"}").statusCode());
      assertEquals(200, running.post("/dev/clock", "application/json", advance).statusCode());
      assertEquals(
          409,
          running
              .post("/dev/clock", "application/json", "{\"set\":\"2020-01-01T00:00:00Z\"}")
              .statusCode());
    }
  }

  @Test
  void schedules_fire_as_aws_says() {
    var start = Instant.parse("2026-11-23T12:00:30Z");
    assertEquals("2026-11-23T12:05:30Z", first("rate(5 minutes)", "UTC", start).toString());
    assertEquals(
        "2026-11-23T14:00:00Z",
        first("cron(0 9 ? * MON-FRI *)", "America/New_York", start).toString());
    assertEquals("2026-12-01T00:15:00Z", first("cron(15 0 1 * ? *)", "UTC", start).toString());
    assertEquals(
        "2026-11-24T18:00:00Z",
        first("at(2026-11-24T13:00:00)", "America/New_York", start).toString());
    for (var wrong : List.of("rate(0 minutes)", "rate(5 moments)", "cron(0 9)", "daily")) {
      assertThrows(IllegalArgumentException.class, () -> Schedule.of(wrong, "UTC", start));
    }
  }

  private static Instant first(String expression, String zone, Instant start) {
    return Schedule.of(expression, zone, start).after(start).orElseThrow();
  }
}
