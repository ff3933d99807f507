package dev.switchboard.local.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchboard.local.machine.fixture.Workshop;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.InvalidOutputException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

class MachinesTest {

  private static Workshop workshop;

  @BeforeAll
  static void start() {
    workshop = Workshop.start();
  }

  @AfterAll
  static void stop() {
    workshop.close();
  }

  private static String asking(String subject) {
    return workshop.started(
        "Approval", subject, "{\"subject\":\"%s\",\"seconds\":7200}".formatted(subject));
  }

  private static void answer(String subject, String output) {
    var token = workshop.token(subject);
    workshop.machines().sendTaskSuccess(success -> success.taskToken(token).output(output));
  }

  @Test
  void a_token_that_comes_back_ends_the_wait() {
    var execution = asking("yes");

    answer("yes", "{\"answer\": \"gladly\"}");

    assertEquals("SUCCEEDED \"gladly\"", workshop.end(execution));
  }

  @Test
  void a_token_may_bring_a_failure() {
    var execution = asking("no");
    var token = workshop.token("no");

    workshop
        .machines()
        .sendTaskFailure(failure -> failure.taskToken(token).error("Never").cause("on principle"));

    assertEquals("FAILED Never: on principle", workshop.end(execution));
  }

  @Test
  void silence_past_the_heartbeat_ends_the_wait() {
    var execution = asking("silence");
    workshop.runtime().settle();

    workshop.advance(Duration.ofMinutes(61));

    assertEquals("FAILED Refused: nobody is there", workshop.end(execution));
  }

  @Test
  void heartbeats_keep_it_up_until_its_timeout() {
    var execution = asking("slow");
    for (var beat = 0; beat < 2; beat++) {
      var token = workshop.token("slow");
      workshop.advance(Duration.ofMinutes(50));
      workshop.machines().sendTaskHeartbeat(heartbeat -> heartbeat.taskToken(token));
    }
    assertEquals("RUNNING", workshop.end(execution));

    workshop.advance(Duration.ofMinutes(21));

    assertEquals("FAILED Refused: nobody answered", workshop.end(execution));
  }

  @Test
  void a_token_that_is_not_awaited_any_more_is_told_so() {
    asking("once");
    answer("once", "{\"answer\": 1}");
    workshop.runtime().settle();

    assertThrows(TaskTimedOutException.class, () -> answer("once", "{\"answer\": 2}"));
  }

  @Test
  void what_is_no_token_or_no_output_is_told_so() {
    asking("odd");
    var token = workshop.token("odd");

    assertThrows(
        InvalidTokenException.class,
        () -> workshop.machines().sendTaskSuccess(it -> it.taskToken("nonsense").output("1")));
    assertThrows(
        InvalidOutputException.class,
        () -> workshop.machines().sendTaskSuccess(it -> it.taskToken(token).output("{")));
    assertThrows(
        InvalidOutputException.class,
        () ->
            workshop
                .machines()
                .sendTaskSuccess(
                    it -> it.taskToken(token).output("\"" + "x".repeat(262_144) + "\"")));
  }

  @Test
  void the_same_name_and_input_are_the_same_execution_while_it_runs() {
    var execution = asking("twice");

    assertEquals(execution, asking("twice"));
    assertThrows(
        ExecutionAlreadyExistsException.class,
        () -> workshop.started("Approval", "twice", "{\"subject\":\"other\"}"));

    answer("twice", "{\"answer\": 1}");
    workshop.runtime().settle();
    assertThrows(ExecutionAlreadyExistsException.class, () -> asking("twice"));
  }

  @Test
  void what_cannot_be_started_is_told_so() {
    assertThrows(
        StateMachineDoesNotExistException.class, () -> workshop.started("Nothing", "a", "{}"));
    assertThrows(InvalidNameException.class, () -> workshop.started("Naps", "a b", "{}"));
    assertThrows(InvalidExecutionInputException.class, () -> workshop.started("Naps", "bad", "{"));
    assertThrows(
        ExecutionDoesNotExistException.class,
        () ->
            workshop.described(Workshop.arn("Naps").replace("stateMachine", "execution") + ":no"));
  }

  @Test
  void an_execution_can_be_stopped_and_redriven() {
    var execution = asking("stopped");
    workshop.runtime().settle();

    workshop
        .machines()
        .stopExecution(stop -> stop.executionArn(execution).error("Enough").cause("of it"));
    assertEquals("ABORTED Enough: of it", workshop.end(execution));
    workshop.machines().redriveExecution(redrive -> redrive.executionArn(execution));
    answer("stopped", "{\"answer\": \"after all\"}");

    assertEquals("SUCCEEDED \"after all\"", workshop.end(execution));
    var again =
        assertThrows(
            SfnException.class,
            () -> workshop.machines().redriveExecution(it -> it.executionArn(execution)));
    assertEquals("ExecutionNotRedrivable", again.awsErrorDetails().errorCode());
  }

  @Test
  void executions_are_listed_the_newest_first() {
    var first = workshop.started("Naps", "first", "{\"seconds\":100000}");
    workshop.advance(Duration.ofSeconds(1));
    var second = workshop.started("Naps", "second", "{\"seconds\":100000}");

    var running =
        workshop
            .machines()
            .listExecutionsPaginator(list ->
                list.stateMachineArn(Workshop.arn("Naps"))
                    .statusFilter(ExecutionStatus.RUNNING)
                    .maxResults(1))
            .executions()
            .stream()
            .map(ExecutionListItem::executionArn)
            .toList();

    assertEquals(List.of(second, first), running);
  }

  @Test
  void the_history_tells_what_happened() {
    var execution = asking("told");
    answer("told", "{\"answer\": 1}");
    workshop.runtime().settle();

    var events =
        workshop
            .machines()
            .getExecutionHistoryPaginator(it -> it.executionArn(execution).maxResults(3))
            .events()
            .stream()
            .toList();

    assertEquals(
        List.of(
            "ExecutionStarted",
            "TaskStateEntered",
            "TaskScheduled",
            "TaskStarted",
            "TaskSubmitted",
            "TaskSucceeded",
            "TaskStateExited",
            "SucceedStateEntered",
            "SucceedStateExited",
            "ExecutionSucceeded"),
        events.stream().map(HistoryEvent::typeAsString).toList());
    assertEquals("Ask", events.get(1).stateEnteredEventDetails().name());
    assertEquals("{\"answer\":1}", events.get(5).taskSucceededEventDetails().output());
    assertEquals("1", events.get(9).executionSucceededEventDetails().output());
  }

  @Test
  void a_machine_calls_tables_queues_buses_and_other_machines() {
    var execution = workshop.started("Report", "report", "{\"subject\":\"report\"}");

    answer("report", "{\"answer\": \"fine\"}");

    assertEquals(
        "SUCCEEDED {\"answer\":\"fine\",\"count\":2,\"told\":[true,0]}", workshop.end(execution));
    assertEquals(1, workshop.runtime().depth("Letters").visible());
    assertEquals(1, workshop.calls().stream().filter("Hear {\"answer\":\"fine\"}"::equals).count());
  }

  @Test
  void errors_of_services_have_awss_names() {
    workshop.started("Report", "same-1", "{\"subject\":\"same\"}");
    workshop.runtime().settle();
    var second = workshop.started("Report", "same-2", "{\"subject\":\"same\"}");

    assertEquals(
        "FAILED DynamoDB.ConditionalCheckFailedException: The conditional request failed",
        workshop.end(second));
  }

  @Test
  void a_child_that_fails_fails_its_task() {
    var execution = workshop.started("Report", "lost", "{\"subject\":\"lost\"}");
    workshop.runtime().settle();

    workshop.advance(Duration.ofMinutes(11));

    var cause =
        workshop.json(workshop.end(execution).replaceFirst("FAILED States.TaskFailed: ", ""));
    assertEquals(
        List.of("FAILED", "Refused", "nobody answered"),
        List.of(
            cause.path("Status").asText(),
            cause.path("Error").asText(),
            cause.path("Cause").asText()));
  }

  @Test
  void the_runtimes_port_speaks_the_same_protocol() {
    try (var client =
        SfnClient.builder()
            .endpointOverride(URI.create(workshop.runtime().url()))
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      assertEquals(
          List.of("Approval", "Naps", "Report"),
          client.listStateMachinesPaginator(list -> list.maxResults(2)).stateMachines().stream()
              .map(StateMachineListItem::name)
              .toList());
      assertEquals(
          "Sleep",
          workshop
              .json(
                  client
                      .describeStateMachine(
                          it -> it.stateMachineArn(Workshop.arn("Naps") + ":live"))
                      .definition())
              .path("StartAt")
              .asText());
    }
  }
}
