package dev.switchboard.local.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.contact.Rules;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleFilesTest {

  @Test
  void on_each_day_of_three_years_the_sample_begins_on_a_monday_before_a_week_without_holidays() {
    var holidays = Rules.shipped().holidays();
    for (int day = 0; day < 3 * 365; day++) {
      var now = Instant.parse("2026-01-01T09:30:00Z").plus(Duration.ofDays(day));

      var start = SampleFiles.monday(now);

      var local = start.atZone(Words.NEW_YORK);
      assertEquals(DayOfWeek.MONDAY, local.getDayOfWeek());
      assertEquals("13:00", local.toLocalTime().toString());
      assertTrue(start.plus(Duration.ofDays(11)).compareTo(now) <= 0, now + " " + start);
      assertTrue(
          IntStream.range(0, 9)
              .mapToObj(local.toLocalDate()::plusDays)
              .noneMatch(date -> holidays.stream().anyMatch(holiday -> holiday.on(date))),
          now + " " + start);
    }
  }
}
