package dev.switchboard.local.machine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.machine.execution.Failure;
import dev.switchboard.local.machine.execution.Waiting;
import dev.switchboard.local.machine.execution.Walk;
import dev.switchboard.local.machine.execution.WalkId;
import dev.switchboard.local.machine.expression.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowsTest {

  private static final Instant DUE = Instant.parse("2026-11-23T14:00:00.5Z");
  private static final JsonNode NULL = Values.read("null");

  static Stream<Waiting> waitings() {
    return Stream.of(
        new Waiting.Ready(),
        new Waiting.Queued(),
        new Waiting.Until(DUE, 3),
        new Waiting.Pause(DUE, 4),
        new Waiting.Work(5, NULL, Optional.empty(), false, Optional.empty(), Optional.empty()),
        new Waiting.Work(
            6,
            Values.read("{\"a\":[1,null,0.5]}"),
            Optional.of("token"),
            true,
            Optional.of(DUE),
            Optional.of(new Waiting.Heartbeat(Duration.ofSeconds(9), DUE))),
        new Waiting.Children(5, 4, 3, 2, Optional.of(1)),
        new Waiting.Children(5, 4, 3, 2, Optional.empty()),
        new Waiting.Ended(NULL),
        new Waiting.Broken(new Failure(Optional.of("E"), Optional.empty())));
  }

  @ParameterizedTest
  @MethodSource("waitings")
  void what_is_written_is_read(Waiting waiting) {
    for (var item : List.of(Optional.<JsonNode>empty(), Optional.of(NULL))) {
      var walk =
          new Walk(
              new WalkId("1.0"),
              "Ask",
              Values.read("{\"b\":null}"),
              Map.of("none", NULL, "some", Values.read("1")),
              item,
              new Walk.Visit(7, DUE, List.of(0, 2)),
              waiting,
              9);

      assertEquals(walk, Rows.read(Rows.text(walk), Walk.class));
    }
  }
}
