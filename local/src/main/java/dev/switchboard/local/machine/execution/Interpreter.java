package dev.switchboard.local.machine.execution;

import dev.switchboard.local.machine.definition.State;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// Decides what follows when something happens to an execution.
///
/// It asks no clock and changes nothing: the same snapshot, signal, time and random numbers give
/// the same step. A step goes on until everything waits, or has gone through so many states that
/// others should have their turn.
public final class Interpreter {

  /// States of one step, about a hundredth of a second.
  private static final int MOST_STATES = 200;

  private final RandomGenerator random;

  /// @param random of jitter, `$uuid` and `$random`
  public Interpreter(RandomGenerator random) {
    this.random = random;
  }

  /// @param now on the clock that waits and timeouts follow
  public Step advance(Snapshot snapshot, Signal signal, Instant now) {
    var draft = new Draft(snapshot, now, random);
    try {
      if (draft.progress().running() || signal instanceof Signal.Redrive)
        new Receiving(draft).receive(signal);
      run(draft);
    } catch (Draft.HistoryFull e) {
      Ending.fail(
          draft,
          Failure.of(
              Failure.RUNTIME,
              "The execution reached the maximum number of history events (%d)."
                  .formatted(Limits.MOST_EVENTS)));
    }
    return draft.step();
  }

  private static void run(Draft draft) {
    for (var states = 0; draft.progress().running(); states++) {
      if (states == MOST_STATES) {
        draft.effect(new Effect.GoOn());
        return;
      }
      var next = draft.nextReady();
      if (next.isEmpty()) return;
      draft
          .walk(next.get())
          .filter(walk -> walk.waiting() instanceof Waiting.Ready)
          .ifPresent(walk -> Attempt.at(draft, walk.id(), () -> enter(draft, walk)));
    }
  }

  /// Enters a state, or begins its next attempt.
  private static void enter(Draft draft, Walk walk) {
    var state = draft.state(walk);
    var here = walk.visit().entered() == 0 ? entered(draft, walk, state) : walk;
    switch (state) {
      case State.Pass pass -> Leaving.leave(draft, here, pass);
      case State.Task task -> Tasks.begin(draft, here, task);
      case State.Choice choice -> Choosing.choose(draft, here, choice);
      case State.Wait wait -> Pausing.pause(draft, here, wait);
      case State.Succeed succeed -> Leaving.succeed(draft, here, succeed);
      case State.Fail fail -> Choosing.fail(draft, here, fail);
      case State.Parallel parallel -> Families.begin(draft, here, parallel);
      case State.ForEach each -> Families.begin(draft, here, each);
    }
  }

  private static Walk entered(Draft draft, Walk walk, State state) {
    var noted =
        draft.note(
            walk,
            Types.of(state) + "StateEntered",
            Details.name(walk.state()).with("input", walk.input()));
    return draft.put(
        noted
            .visiting(new Walk.Visit(noted.last(), draft.now(), noted.visit().attempts()))
            .waiting(new Waiting.Queued()));
  }
}
