package dev.switchboard.local.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.local.machine.fixture.Workshop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockTest {

  private static List<String> hours(Workshop workshop) {
    return workshop.calls().stream()
        .map(call -> call.replaceFirst("(.*T\\d\\d:\\d\\d).*", "$1"))
        .toList();
  }

  @Test
  void one_move_wakes_every_execution_at_its_own_time_and_in_order() {
    try (var workshop = Workshop.start()) {
      for (var hours : List.of(5, 1, 3))
        workshop.started("Naps", "nap-" + hours, "{\"seconds\":%d}".formatted(hours * 3600));
      workshop.runtime().settle();

      workshop.advance(Duration.ofHours(6));

      assertEquals(
          List.of("Echo \"2030-01-01T01:00", "Echo \"2030-01-01T03:00", "Echo \"2030-01-01T05:00"),
          hours(workshop));
    }
  }

  @Test
  void a_move_stops_for_every_retry() {
    try (var workshop = Workshop.start()) {
      var execution = workshop.started("Naps", "fails", "{\"seconds\":3600,\"fails\":true}");
      workshop.runtime().settle();

      workshop.advance(Duration.ofHours(2));

      assertEquals(
          "FAILED java.lang.IllegalStateException: {\"errorMessage\":\"as"
              + " always\",\"errorType\":\"java.lang.IllegalStateException\"}",
          workshop.end(execution));
      assertEquals(
          List.of("Fail \"2030-01-01T01:00", "Fail \"2030-01-01T01:01", "Fail \"2030-01-01T01:03"),
          hours(workshop));
    }
  }

  @Test
  void a_child_is_waited_for_through_a_move() {
    try (var workshop = Workshop.start()) {
      var execution = workshop.started("Report", "r", "{\"subject\":\"r\"}");
      workshop.runtime().settle();

      workshop.advance(Duration.ofHours(30));

      assertEquals("FAILED", workshop.end(execution).substring(0, 6));
      var took =
          Duration.between(
              workshop.described(execution).startDate(), workshop.described(execution).stopDate());
      assertEquals(10, took.toMinutes());
    }
  }
}
