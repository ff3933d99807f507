package dev.switchboard.local.machine;

import dev.switchboard.local.clock.Time;
import dev.switchboard.local.machine.definition.Resource;
import dev.switchboard.local.machine.definition.State;
import dev.switchboard.local.machine.execution.Effect;
import dev.switchboard.local.machine.execution.Execution;
import dev.switchboard.local.machine.execution.Failure;
import dev.switchboard.local.machine.execution.Progress;
import dev.switchboard.local.machine.execution.Signal;
import dev.switchboard.local.machine.execution.Snapshot;
import dev.switchboard.local.machine.execution.Token;
import dev.switchboard.local.machine.execution.Waiting;
import dev.switchboard.local.machine.execution.Walk;
import dev.switchboard.local.machine.execution.WalkId;
import dev.switchboard.local.machine.store.ExecutionStore;
import dev.switchboard.local.machine.task.Action;
import dev.switchboard.local.machine.task.Actions;
import dev.switchboard.local.machine.task.EndedExecution;
import java.time.Instant;
import java.util.Optional;

/// Does what steps lead to: calls, alarms, word to whoever waits.
final class Acts {

  private final Steps steps;
  private final ExecutionStore store;
  private final Time time;
  private volatile Optional<Actions> actions = Optional.empty();

  Acts(Steps steps, ExecutionStore store, Time time) {
    this.steps = steps;
    this.store = store;
    this.time = time;
  }

  void open(Actions known) {
    this.actions = Optional.of(known);
  }

  void act(Execution execution, Effect effect) {
    var id = execution.id();
    switch (effect) {
      case Effect.Perform perform -> perform(id, perform);
      case Effect.Alarm(var walk, var mark, var due, var idle) ->
          wake(id, new Signal.Rang(walk, mark), due, idle);
      case Effect.GoOn _ -> steps.signal(id, new Signal.Proceed());
      case Effect.Tell(var token) -> tell(execution, token);
    }
  }

  /// On a thread of its own, which is gone with its answer.
  private void perform(String id, Effect.Perform perform) {
    var work = time.activity().beginWithin();
    Thread.ofVirtual()
        .name("task")
        .start(() -> {
          try (work) {
            steps.signal(id, signal(perform, outcome(perform)));
          }
        });
  }

  private Action.Outcome outcome(Effect.Perform perform) {
    try {
      return actions
          .orElseThrow()
          .perform(perform.resource(), perform.arguments(), perform.token());
    } catch (RuntimeException e) {
      // Whatever it was, the task must end: nothing else would ever wake it.
      return Action.Outcome.failed(Failure.TASK_FAILED, e.toString());
    }
  }

  private static Signal signal(Effect.Perform perform, Action.Outcome outcome) {
    return switch (outcome) {
      case Action.Outcome.Done(var result) ->
          new Signal.Answered(perform.walk(), perform.mark(), result);
      case Action.Outcome.Failed(var failure) ->
          new Signal.Refused(perform.walk(), perform.mark(), failure);
    };
  }

  private void wake(String id, Signal.Rang rang, Instant due, boolean idle) {
    if (idle) time.due().add(due);
    time.timers().at(due, () -> steps.signal(id, rang));
  }

  /// Tells the task that started it how an execution ended.
  void tell(Execution ended, String token) {
    var progress = store.progress(ended.id());
    Token.parse(token)
        .ifPresent(parent -> steps.signal(parent.execution(), word(parent, ended, progress)));
  }

  private static Signal word(Token parent, Execution ended, Progress progress) {
    var told = EndedExecution.told(ended, progress);
    return progress.status() == Progress.Status.SUCCEEDED
        ? new Signal.Succeeded(parent.walk(), parent.mark(), told)
        : new Signal.Failed(
            parent.walk(), parent.mark(), Failure.of(Failure.TASK_FAILED, told.toString()));
  }

  /// After a start: alarms are set anew, and what was not recorded as done is done again.
  void resume(Snapshot snapshot) {
    var execution = snapshot.execution();
    snapshot
        .progress()
        .deadline()
        .ifPresent(due -> wake(execution.id(), new Signal.Rang(WalkId.ROOT, 0), due, true));
    for (var walk : snapshot.walks().all()) resume(snapshot, walk);
    steps.signal(execution.id(), new Signal.Proceed());
  }

  private void resume(Snapshot snapshot, Walk walk) {
    var id = snapshot.execution().id();
    walk.waiting()
        .alarm()
        .ifPresent(alarm ->
            wake(id, new Signal.Rang(walk.id(), alarm.mark()), alarm.due(), walk.waiting().idle()));
    if (!(walk.waiting() instanceof Waiting.Work work)) return;
    var resource = ((State.Task) snapshot.state(walk)).resource();
    if (!work.handedOver() || waitsForEnd(resource))
      perform(
          id, new Effect.Perform(walk.id(), work.mark(), resource, work.arguments(), work.token()));
  }

  /// What was started may have ended without this execution's knowing.
  private static boolean waitsForEnd(Resource resource) {
    return resource instanceof Resource.Service service
        && service.pattern() == Resource.Pattern.END;
  }
}
