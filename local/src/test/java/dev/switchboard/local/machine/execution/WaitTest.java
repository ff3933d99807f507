package dev.switchboard.local.machine.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.local.machine.Rehearsal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitTest {

  private static States waiting(String delay) {
    return States.of("\"One\": {\"Type\": \"Wait\", %s, \"End\": true}".formatted(delay));
  }

  /// AWS: Seconds are counted from the entry on; a Timestamp in the past is no wait at all.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Seconds\": 90 | 90",
        "\"Seconds\": \"{% $states.input.n * 2 %}\" | 60",
        "\"Timestamp\": \"2026-11-23T14:00:10Z\" | 10",
        "\"Timestamp\": \"2026-11-23T15:01:00+01:00\" | 60",
        "\"Timestamp\": \"{% $fromMillis($millis() - 1000) %}\" | 0",
      })
  void time_passes_as_the_state_says(String delay, long seconds) {
    var rehearsal = waiting(delay).echoing("{\"n\": 30}");

    assertEquals("SUCCEEDED {\"n\":30}", States.end(rehearsal.run()));
    assertEquals(seconds, Duration.between(Rehearsal.START, rehearsal.now()).toSeconds());
  }

  /// AWS: Seconds are a whole number that is not negative.
  @ParameterizedTest
  @CsvSource({"-1,-1", "0.5,0.5", "1e9,1000000000"})
  void what_is_no_number_of_seconds_is_a_failure(String expression, String shown) {
    assertEquals(
        "FAILED States.QueryEvaluationError: An error occurred while executing the state 'One'"
            + " (entered at the event id #2). The Seconds field must be a whole number from 0 to"
            + " 99999999 but was: "
            + shown,
        waiting("\"Seconds\": \"{%% %s %%}\"".formatted(expression)).end("{}"));
  }

  @Test
  void a_time_that_has_come_is_left_without_waiting() {
    var rehearsal = waiting("\"Seconds\": 0").echoing("{}");

    assertEquals("SUCCEEDED {}", States.end(rehearsal.run()));
    assertEquals(4, rehearsal.history().size());
  }
}
