package dev.switchboard.local.machine.execution;

import java.util.function.BiConsumer;

/// Takes a signal to the walk that it is for; one that came too late is for none.
record Receiving(Draft draft) {

  void receive(Signal signal) {
    switch (signal) {
      case Signal.Begin _ -> begin();
      case Signal.Proceed _ -> proceed();
      case Signal.Rang(var walk, var mark) -> rang(walk, mark);
      case Signal.Answered(var walk, var mark, var result) ->
          work(walk, mark, (here, work) -> Tasks.answered(draft, here, work, result));
      case Signal.Refused(var walk, var mark, var failure) ->
          work(walk, mark, (here, _) -> Tasks.failed(draft, here, failure));
      case Signal.Succeeded(var walk, var mark, var output) ->
          work(walk, mark, (here, _) -> Tasks.done(draft, here, output));
      case Signal.Failed(var walk, var mark, var failure) ->
          work(walk, mark, (here, _) -> Tasks.failed(draft, here, failure));
      case Signal.Alive(var walk, var mark) ->
          work(walk, mark, (here, work) -> Tasks.alive(draft, here, work));
      case Signal.Stop(var reason) -> Ending.abort(draft, reason);
      case Signal.Redrive _ -> redrive();
    }
  }

  private void begin() {
    var input = draft.execution().input();
    var first = draft.note(0, "ExecutionStarted", Details.none().with("input", input));
    var startAt = draft.snapshot().machine().flow().startAt();
    draft.put(Walk.to(WalkId.ROOT, startAt, input).after(first));
    deadline();
  }

  private void deadline() {
    draft
        .progress()
        .deadline()
        .ifPresent(due -> draft.effect(new Effect.Alarm(WalkId.ROOT, 0, due, true)));
  }

  private void proceed() {
    for (var walk : draft.all()) if (walk.waiting() instanceof Waiting.Ready) draft.put(walk);
  }

  private void rang(WalkId id, long mark) {
    if (mark == 0) {
      var late = draft.progress().deadline().filter(due -> !due.isAfter(draft.now()));
      if (late.isPresent()) Ending.timeOut(draft);
      return;
    }
    draft.walk(id).ifPresent(walk -> Attempt.at(draft, id, () -> Pausing.rang(draft, walk, mark)));
  }

  private void work(WalkId id, long mark, BiConsumer<Walk, Waiting.Work> action) {
    draft
        .walk(id)
        .ifPresent(walk -> {
          if (walk.waiting() instanceof Waiting.Work work && work.mark() == mark)
            Attempt.at(draft, id, () -> action.accept(walk, work));
        });
  }

  /// What had ended stays ended; every other walk enters its state anew, with all its attempts.
  private void redrive() {
    var deadline = draft.snapshot().machine().timeout().map(draft.now()::plus);
    draft.progress(draft.progress().redriven(draft.now(), deadline));
    var last =
        draft.note(
            draft.walk(WalkId.ROOT).map(Walk::last).orElse(0L),
            "ExecutionRedriven",
            Details.none().with("redriveCount", draft.progress().redrives()));
    for (var walk : draft.all()) {
      switch (walk.waiting()) {
        case Waiting.Ended _, Waiting.Broken _, Waiting.Children _ -> draft.put(walk);
        case Waiting.Queued _ when walk.visit().entered() == 0 -> draft.put(walk);
        case Waiting.Queued _, Waiting.Ready _, Waiting.Until _, Waiting.Pause _, Waiting.Work _ ->
            draft.put(walk.visiting(Walk.Visit.none()).waiting(new Waiting.Ready()).after(last));
      }
    }
    deadline();
  }
}
