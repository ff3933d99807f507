package dev.switchboard.local.machine;

import dev.switchboard.local.clock.Time;
import dev.switchboard.local.machine.definition.Machine;
import dev.switchboard.local.machine.definition.MachineReader;
import dev.switchboard.local.machine.execution.Execution;
import dev.switchboard.local.machine.execution.Failure;
import dev.switchboard.local.machine.execution.Interpreter;
import dev.switchboard.local.machine.execution.Signal;
import dev.switchboard.local.machine.execution.Snapshot;
import dev.switchboard.local.machine.expression.Values;
import dev.switchboard.local.machine.store.ExecutionStore;
import dev.switchboard.local.machine.task.Actions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// Takes executions from step to step: has the next one decided, keeps it, has it acted on.
final class Steps {

  private final ExecutionStore store;
  private final Time time;
  private final Turns turns;
  private final Acts acts;
  private final Interpreter interpreter = new Interpreter(RandomGenerator.getDefault());

  /// By key of their definition.
  private final Map<String, Machine> machines = new ConcurrentHashMap<>();

  Steps(ExecutionStore store, Time time, Turns turns) {
    this.store = store;
    this.time = time;
    this.turns = turns;
    this.acts = new Acts(this, store, time);
  }

  void open(Actions actions) {
    acts.open(actions);
  }

  /// Tells an execution that something happened; when nobody waits for that, it is passed by.
  void signal(String id, Signal signal) {
    turns.post(after -> advance(id, signal, after));
  }

  /// Within a turn.
  ///
  /// @param after takes what to do once the step is kept
  void advance(String id, Signal signal, List<Runnable> after) {
    var snapshot = snapshot(id);
    var step = interpreter.advance(snapshot, signal, time.clock().instant());
    // What was waited for is read before the step is kept.
    var abandoned = Abandoned.by(step, snapshot);
    store.keep(id, step);
    for (var effect : step.effects()) after.add(() -> acts.act(snapshot.execution(), effect));
    for (var child : abandoned) after.add(() -> stop(child));
  }

  /// Ends a child that nobody waits for any more, as AWS tries to; one that has ended stays as it
  /// is.
  private void stop(String child) {
    turns.post(after -> {
      if (store.execution(child).isPresent())
        advance(child, new Signal.Stop(new Failure(Optional.empty(), Optional.empty())), after);
    });
  }

  /// Within a turn: goes on where the last process ended.
  void resume(String id, List<Runnable> after) {
    var snapshot = snapshot(id);
    after.add(() -> acts.resume(snapshot));
  }

  /// Tells the task that waits for it how an execution ended.
  void tell(Execution ended, String token) {
    acts.tell(ended, token);
  }

  Snapshot snapshot(String id) {
    var execution = store.execution(id).orElseThrow();
    return new Snapshot(execution, machine(execution), store.progress(id), store.walks(id));
  }

  /// The one that an execution began with, whatever the template says by now.
  private Machine machine(Execution execution) {
    return machines.computeIfAbsent(
        execution.definition(),
        key ->
            MachineReader.read(Values.read(store.definition(key).orElseThrow()))
                .machine()
                .orElseThrow());
  }
}
