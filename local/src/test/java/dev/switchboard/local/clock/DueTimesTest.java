package dev.switchboard.local.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DueTimesTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void a_time_is_never_seen_before_it_has_come() {
    for (var late : List.of(0L, 1L, 934_844L, 1_000_000L, 999_999_999L)) {
      var due = new DueTimes();
      due.add(NOON.plusNanos(late));

      var seen = late == 0 ? NOON : NOON.plusSeconds(1);
      assertEquals(Optional.of(seen), due.next(NOON.minusSeconds(1)), late + " ns");
      assertEquals(Optional.empty(), due.next(seen));
    }
  }
}
