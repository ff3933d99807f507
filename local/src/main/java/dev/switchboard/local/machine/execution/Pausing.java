package dev.switchboard.local.machine.execution;

import dev.switchboard.local.machine.definition.State;
import java.time.Instant;

/// The Wait state, and every other waiting that a time ends.
final class Pausing {
  private Pausing() {}

  static void pause(Draft draft, Walk walk, State.Wait wait) {
    var due = due(draft, walk, wait.delay());
    if (!due.isAfter(draft.now())) Leaving.leave(draft, walk, wait);
    else until(draft, walk, new Waiting.Until(due, draft.mark()));
  }

  private static Instant due(Draft draft, Walk walk, State.Delay delay) {
    var scope = Scopes.of(draft, walk);
    return switch (delay) {
      case State.Delay.Seconds(var amount) ->
          draft.now().plus(new Fields("Seconds", scope).seconds(amount, 0));
      case State.Delay.Until(var time) -> new Fields("Timestamp", scope).time(time);
    };
  }

  /// Lets a walk wait for what is ended by time, if by nothing else.
  static void until(Draft draft, Walk walk, Waiting waiting) {
    draft.put(walk.waiting(waiting));
    waiting
        .alarm()
        .ifPresent(alarm ->
            draft.effect(new Effect.Alarm(walk.id(), alarm.mark(), alarm.due(), waiting.idle())));
  }

  /// The time of some waiting came; it may be over long since.
  static void rang(Draft draft, Walk walk, long mark) {
    var alarm = walk.waiting().alarm();
    if (alarm.isEmpty() || alarm.get().mark() != mark) return;
    if (alarm.get().due().isAfter(draft.now())) return;
    switch (walk.waiting()) {
      case Waiting.Until _ -> Leaving.leave(draft, walk, (State.Wait) draft.state(walk));
      case Waiting.Pause _ -> draft.put(walk.waiting(new Waiting.Ready()));
      case Waiting.Work work -> Tasks.late(draft, walk, work);
      case Waiting.Ready _,
          Waiting.Queued _,
          Waiting.Children _,
          Waiting.Ended _,
          Waiting.Broken _ ->
          throw new IllegalStateException("no time ends " + walk.waiting());
    }
  }
}
