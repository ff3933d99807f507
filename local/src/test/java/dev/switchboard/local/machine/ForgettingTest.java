package dev.switchboard.local.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchboard.local.clock.Time;
import dev.switchboard.local.machine.definition.MachineReader;
import dev.switchboard.local.machine.execution.Failure;
import dev.switchboard.local.machine.execution.Signal;
import dev.switchboard.local.machine.expression.Values;
import dev.switchboard.local.machine.store.ExecutionStore;
import dev.switchboard.local.machine.task.Actions;
import dev.switchboard.local.machine.task.EventPutting;
import dev.switchboard.local.machine.task.ExecutionStart;
import dev.switchboard.local.machine.task.FunctionCall;
import dev.switchboard.local.machine.task.MessageSending;
import dev.switchboard.local.machine.task.TableCall;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForgettingTest {

  private static final String NAP =
      """
      {"QueryLanguage": "JSONata", "StartAt": "Nap", "States": {
        "Nap": {"Type": "Wait", "Seconds": 60, "End": true}}}
      """;

  private static final String MACHINE = Arns.machine("Nap");

  private static final Machines.Order ORDER =
      new Machines.Order(MACHINE, Optional.of("one"), Values.read("{}"), Optional.empty());

  private final ExecutionStore store = ExecutionStore.open(Optional.empty());
  private Machines machines;

  @BeforeEach
  void start() {
    var machine = MachineReader.read(Values.read(NAP)).machine().orElseThrow();
    machines =
        new Machines(
            List.of(new Definition(MACHINE, "nap", NAP, machine, Instant.EPOCH)),
            store,
            Time.start(Optional.empty(), Optional.empty()),
            System.err::println);
    machines.open(
        new Actions(
            new FunctionCall((_, _) -> Optional.empty()),
            new MessageSending(null),
            new EventPutting(null),
            new TableCall(null),
            new ExecutionStart(machines)));
  }

  @AfterEach
  void stop() {
    machines.close();
  }

  @Test
  void what_ended_is_forgotten_after_ninety_days_and_its_name_is_free() {
    var id = machines.start(ORDER).id();
    machines.stop(id, new Signal.Stop(new Failure(Optional.empty(), Optional.empty())));

    machines.forget(machines.now().plus(Machines.KEPT).minusSeconds(60));
    assertThrows(Refusal.class, () -> machines.start(ORDER));
    machines.forget(machines.now().plus(Machines.KEPT).plusSeconds(60));

    assertEquals(id, machines.start(ORDER).id());
    assertEquals(2, store.history(id).size());
    assertEquals(List.of(id), store.of(MACHINE));
  }

  @Test
  void what_runs_is_never_forgotten() {
    var id = machines.start(ORDER).id();

    machines.forget(machines.now().plus(Machines.KEPT.multipliedBy(9)));

    assertEquals(id, machines.start(ORDER).id());
    assertEquals(List.of(id), store.running());
  }
}
