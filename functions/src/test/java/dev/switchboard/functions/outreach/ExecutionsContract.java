package dev.switchboard.functions.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.OwnerId;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Execution.Approval;
import dev.switchboard.outreach.Execution.Brief;
import dev.switchboard.outreach.Execution.Halt;
import dev.switchboard.outreach.Execution.Status;
import dev.switchboard.outreach.Executions;
import dev.switchboard.outreach.Goal;
import dev.switchboard.outreach.OutreachSettings;
import dev.switchboard.send.PurposeId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store of executions keeps to.
abstract class ExecutionsContract {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private final OwnerId owner = new OwnerId("owner-" + COUNT.incrementAndGet());

  abstract Executions executions();

  @Test
  void an_execution_is_found_as_it_was_begun() {
    var execution = execution(1);

    assertEquals(execution, executions().begin(execution));
    assertEquals(Optional.of(execution), executions().find(owner, execution.id()));
  }

  @Test
  void beginning_again_finds_the_one_that_stands() {
    var execution = execution(1);
    executions().begin(execution);
    var running = execution.with(Status.RUNNING);
    assertTrue(executions().change(execution, running));

    assertEquals(running, executions().begin(execution));
  }

  @Test
  void of_two_changes_from_the_same_one_is_stored() {
    var execution = execution(1);
    executions().begin(execution);

    assertTrue(executions().change(execution, execution.with(Status.RUNNING)));
    assertFalse(executions().change(execution, execution.with(Status.CANCELLED)));
    assertEquals(Status.RUNNING, executions().find(owner, execution.id()).orElseThrow().status());
  }

  @Test
  void they_are_listed_latest_first_and_page_by_page() {
    var all = IntStream.rangeClosed(1, 7).mapToObj(this::execution).toList();
    all.forEach(executions()::begin);

    var first = executions().list(owner, Optional.empty(), 3);
    var second = executions().list(owner, Optional.of(first.getLast().id()), 3);
    var third = executions().list(owner, Optional.of(second.getLast().id()), 3);

    assertEquals(List.of(all.get(6), all.get(5), all.get(4)), first);
    assertEquals(List.of(all.get(3), all.get(2), all.get(1)), second);
    assertEquals(List.of(all.get(0)), third);
  }

  @Test
  void another_owner_sees_none_of_it() {
    var execution = execution(1);
    var other = new OwnerId("owner-" + COUNT.incrementAndGet());
    executions().begin(execution);
    executions().note(owner, execution.id(), "receipt", "{}");

    assertEquals(Optional.empty(), executions().find(other, execution.id()));
    assertEquals(List.of(), executions().list(other, Optional.empty(), 10));
    assertEquals(Optional.empty(), executions().note(other, execution.id(), "receipt"));
    assertEquals(OutreachSettings.DEFAULT, executions().settings(other));
  }

  @Test
  void a_note_is_kept_beside_it_and_replaced_by_a_later_one() {
    var id = execution(1).id();
    assertEquals(Optional.empty(), executions().note(owner, id, "receipt"));
    executions().note(owner, id, "receipt", "{\"a\":1}");
    executions().note(owner, id, "receipt", "{\"a\":2}");

    assertEquals(Optional.of("{\"a\":2}"), executions().note(owner, id, "receipt"));
    assertEquals(List.of(), executions().list(owner, Optional.empty(), 10));
  }

  @Test
  void settings_are_the_defaults_until_somebody_decides() {
    assertEquals(OutreachSettings.DEFAULT, executions().settings(owner));
    executions().settings(owner, OutreachSettings.DEFAULT);
    assertEquals(OutreachSettings.DEFAULT, executions().settings(owner));
  }

  private Execution execution(int number) {
    return new Execution(
        new PurposeId("execution-%06d".formatted(number)),
        owner,
        new Brief(
            "March",
            Goal.APPOINTMENT,
            Optional.of("Hello {{name}}"),
            Map.of(),
            true,
            "https://switchboard.example"),
        OutreachSettings.DEFAULT,
        Status.PLANNING,
        "mary",
        Instant.parse("2026-03-02T18:00:00.123Z"),
        12,
        1_234,
        1,
        Optional.of(new Approval("paul", Instant.parse("2026-03-02T19:00:00.123Z"))),
        Optional.of(new Halt("words", Instant.parse("2026-03-02T20:00:00.123Z"))));
  }
}
