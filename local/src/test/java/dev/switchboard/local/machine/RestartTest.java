package dev.switchboard.local.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.local.machine.fixture.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

  @Test
  void waits_tokens_children_and_histories_outlive_the_process(@TempDir Path folder) {
    String token;
    List<String> executions;
    try (var workshop = Workshop.start(options -> options.withState(folder))) {
      executions =
          List.of(
              workshop.started("Naps", "nap", "{\"seconds\":3600}"),
              workshop.started("Approval", "ask", "{\"subject\":\"ask\",\"seconds\":7200}"),
              workshop.started("Report", "report", "{\"subject\":\"report\"}"));
      token = workshop.token("ask");
    }

    try (var workshop = Workshop.start(options -> options.withState(folder))) {
      workshop.runtime().settle();
      assertEquals(List.of(), workshop.calls());
      workshop.machines().sendTaskSuccess(it -> it.taskToken(token).output("{\"answer\":1}"));
      workshop.advance(Duration.ofHours(2));

      assertEquals(
          List.of("SUCCEEDED", "SUCCEEDED 1", "FAILED States.TaskFailed"),
          Stream.of(
                  workshop.end(executions.get(0)).substring(0, 9),
                  workshop.end(executions.get(1)),
                  workshop.end(executions.get(2)).substring(0, 24))
              .toList());
      assertEquals(1, workshop.calls().size());
    }

    try (var workshop = Workshop.start(options -> options.withState(folder))) {
      var events =
          workshop.machines().getExecutionHistory(it -> it.executionArn(executions.get(1)));

      assertEquals("SUCCEEDED 1", workshop.end(executions.get(1)));
      assertEquals(10, events.events().size());
    }
  }
}
