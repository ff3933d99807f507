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
import org.junit.jupiter.api.Test;
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

  /// Executions outlive the version that began them: who changes a row has to read this one.
  @Test
  void a_row_is_read_as_earlier_versions_wrote_it() {
    var row =
        """
        {"id":"1.0","state":"Ask","input":{"b":null},"variables":{"none":null},"item":null,\
        "visit":{"entered":7,"at":"2026-11-23T14:00:00.500Z","attempts":[0,2]},\
        "waiting":{"mark":6,"arguments":1,"token":"token","handedOver":true,\
        "heartbeat":{"silence":"PT9S","due":"2026-11-23T14:00:00.500Z"},"kind":"Work"},"last":9}\
        """;

    assertEquals(
        new Walk(
            new WalkId("1.0"),
            "Ask",
            Values.read("{\"b\":null}"),
            Map.of("none", NULL),
            Optional.of(NULL),
            new Walk.Visit(7, DUE, List.of(0, 2)),
            new Waiting.Work(
                6,
                Values.read("1"),
                Optional.of("token"),
                true,
                Optional.empty(),
                Optional.of(new Waiting.Heartbeat(Duration.ofSeconds(9), DUE))),
            9),
        Rows.read(row, Walk.class));
    assertEquals(row, Rows.text(Rows.read(row, Walk.class)));
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
