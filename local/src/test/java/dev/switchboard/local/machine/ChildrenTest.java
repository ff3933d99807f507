package dev.switchboard.local.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.local.machine.fixture.Workshop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

class ChildrenTest {

  private static List<ExecutionStatus> approvals(Workshop workshop) {
    workshop.runtime().settle();
    return workshop
        .machines()
        .listExecutions(list -> list.stateMachineArn(Workshop.arn("Approval")))
        .executions()
        .stream()
        .map(ExecutionListItem::status)
        .toList();
  }

  /// AWS: when a task that waits for an execution is over before it, that execution is stopped.
  @Test
  void a_child_is_stopped_with_its_parent() {
    try (var workshop = Workshop.start()) {
      var parent = workshop.started("Report", "stopped", "{\"subject\":\"stopped\"}");
      assertEquals(List.of(ExecutionStatus.RUNNING), approvals(workshop));

      workshop.machines().stopExecution(stop -> stop.executionArn(parent));

      assertEquals(List.of(ExecutionStatus.ABORTED), approvals(workshop));
    }
  }

  @Test
  void a_child_that_ended_by_itself_stays_as_it_ended() {
    try (var workshop = Workshop.start()) {
      var parent = workshop.started("Report", "told", "{\"subject\":\"told\"}");
      var token = workshop.token("told");
      workshop.machines().sendTaskSuccess(it -> it.taskToken(token).output("{\"answer\":1}"));

      assertEquals(List.of(ExecutionStatus.SUCCEEDED), approvals(workshop));
      workshop.advance(Duration.ofDays(2));
      assertEquals("SUCCEEDED {\"answer\":1,\"count\":2,\"told\":[true,0]}", workshop.end(parent));
    }
  }
}
