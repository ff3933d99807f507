package dev.switchboard.functions.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoHeardTest {

  private static final Instant NOW = Instant.parse("2026-03-02T15:00:00.125Z");

  @RegisterExtension private static final DynamoEngine engine = new DynamoEngine("Sends");

  private static DynamoHeard heard(Instant now) {
    var retention = new Retention(Duration.ofDays(90), () -> now);
    return new DynamoHeard(new Table(engine.client(), "Sends", Optional.of(retention)));
  }

  @Test
  void the_first_time_stays_and_is_kept_from_the_last_on() {
    var later = NOW.plus(Duration.ofDays(80));

    assertEquals(NOW, heard(NOW).first("twilio", "SM1", NOW));
    assertEquals(NOW, heard(later).first("twilio", "SM1", later));
    assertEquals(later, heard(later).first("resend", "SM1", later));

    var row = new Table(engine.client(), "Sends").get("heard#twilio#SM1", "heard").orElseThrow();
    assertEquals(later.plus(Duration.ofDays(90)).getEpochSecond(), row.number(Retention.ATTRIBUTE));
  }
}
