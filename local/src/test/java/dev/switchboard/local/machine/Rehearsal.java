package dev.switchboard.local.machine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.machine.definition.Machine;
import dev.switchboard.local.machine.definition.MachineReader;
import dev.switchboard.local.machine.definition.Resource;
import dev.switchboard.local.machine.execution.Effect;
import dev.switchboard.local.machine.execution.Execution;
import dev.switchboard.local.machine.execution.Interpreter;
import dev.switchboard.local.machine.execution.Past;
import dev.switchboard.local.machine.execution.Progress;
import dev.switchboard.local.machine.execution.Signal;
import dev.switchboard.local.machine.execution.Snapshot;
import dev.switchboard.local.machine.execution.Step;
import dev.switchboard.local.machine.execution.Walk;
import dev.switchboard.local.machine.execution.WalkId;
import dev.switchboard.local.machine.expression.Values;
import dev.switchboard.local.machine.task.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;

/// One execution of the interpreter without anything around it: nothing is kept, tasks are done at
/// once, and time jumps to the next alarm as soon as nothing else is left to happen.
public final class Rehearsal {

  public static final Instant START = Instant.parse("2026-11-23T14:00:00Z");

  /// Does what tasks ask for.
  public interface Tasks {
    Action.Outcome perform(Resource resource, JsonNode arguments, Optional<String> token);
  }

  private final Machine machine;
  private final Tasks tasks;
  private final Interpreter interpreter = new Interpreter(new Random(1));
  private final TreeMap<WalkId, Walk> walks = new TreeMap<>();
  private final Deque<Signal> signals = new ArrayDeque<>();
  private final PriorityQueue<Effect.Alarm> alarms =
      new PriorityQueue<>(Comparator.comparing(Effect.Alarm::due));
  private final List<Past> history = new ArrayList<>();
  private final Execution execution;
  private Progress progress;
  private Instant now = START;

  public Rehearsal(Machine machine, JsonNode input, Tasks tasks) {
    this.machine = machine;
    this.tasks = tasks;
    this.progress = Progress.begun(machine.timeout().map(START::plus));
    this.execution =
        new Execution(
            "arn:aws:states:us-east-1:000000000000:execution:Machine:one",
            "arn:aws:states:us-east-1:000000000000:stateMachine:Machine",
            "definition",
            "one",
            input,
            START,
            Optional.empty());
  }

  /// Of a machine without tasks.
  public static Progress of(String definition, String input) {
    return new Rehearsal(machine(definition), Values.read(input), NOBODY).run();
  }

  public static final Tasks NOBODY =
      (resource, _, _) -> {
        throw new IllegalStateException("nobody does " + resource);
      };

  /// @throws IllegalArgumentException with the findings
  public static Machine machine(String definition) {
    var reading = MachineReader.read(Values.read(definition));
    return reading
        .machine()
        .orElseThrow(() -> new IllegalArgumentException(reading.findings().toString()));
  }

  /// Begins if need be, and runs until nothing is left to happen.
  public Progress run() {
    if (history.isEmpty() && signals.isEmpty()) signals.add(new Signal.Begin());
    while (true) {
      if (signals.isEmpty() && (alarms.isEmpty() || !progress.running())) return progress;
      if (signals.isEmpty()) ring(alarms.remove());
      else take(signals.remove());
    }
  }

  private void ring(Effect.Alarm alarm) {
    if (alarm.due().isAfter(now)) now = alarm.due();
    take(new Signal.Rang(alarm.walk(), alarm.mark()));
  }

  public void take(Signal signal) {
    var step =
        interpreter.advance(new Snapshot(execution, machine, progress, walks()), signal, now);
    keep(step);
    step.effects().forEach(this::act);
  }

  private void keep(Step step) {
    progress = step.progress();
    history.addAll(step.history());
    step.walks()
        .forEach((id, walk) ->
            walk.ifPresentOrElse(kept -> walks.put(id, kept), () -> walks.remove(id)));
  }

  private Snapshot.Walks walks() {
    return new Snapshot.Walks() {
      @Override
      public Optional<Walk> walk(WalkId id) {
        return Optional.ofNullable(walks.get(id));
      }

      @Override
      public Collection<Walk> all() {
        return walks.values();
      }
    };
  }

  private void act(Effect effect) {
    switch (effect) {
      case Effect.Alarm alarm -> alarms.add(alarm);
      case Effect.GoOn _ -> signals.add(new Signal.Proceed());
      case Effect.Tell _ -> throw new IllegalStateException("nobody waits for a rehearsal");
      case Effect.Perform(var walk, var mark, var resource, var arguments, var token) ->
          signals.add(
              switch (tasks.perform(resource, arguments, token)) {
                case Action.Outcome.Done(var result) -> new Signal.Answered(walk, mark, result);
                case Action.Outcome.Failed(var failure) -> new Signal.Refused(walk, mark, failure);
              });
    }
  }

  public void later(Signal signal) {
    signals.add(signal);
  }

  /// Lets time pass in which nothing is due.
  public void pass(Duration duration) {
    now = now.plus(duration);
  }

  public Progress progress() {
    return progress;
  }

  public Instant now() {
    return now;
  }

  public List<Past> history() {
    return history;
  }

  /// The types of its events, in order.
  public List<String> told() {
    return history.stream().map(Past::type).toList();
  }
}
