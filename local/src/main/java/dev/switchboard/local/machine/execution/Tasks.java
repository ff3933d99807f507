package dev.switchboard.local.machine.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.machine.definition.Resource;
import dev.switchboard.local.machine.definition.State;
import java.util.Optional;

/// The Task state: asks for something, and takes its end from an answer, from its token's return or
/// from time.
final class Tasks {
  private Tasks() {}

  static void begin(Draft draft, Walk walk, State.Task task) {
    var mark = draft.mark();
    var token =
        hasToken(task.resource())
            ? Optional.of(new Token(draft.execution().id(), walk.id(), mark).text())
            : Optional.<String>empty();
    var scope = Scopes.ofTask(draft, walk, token);
    var arguments = task.arguments().map(each -> each.evaluate(scope)).orElse(walk.input());
    Limits.checked(arguments, walk.state());
    var timeout = Fields.seconds("TimeoutSeconds", task.limits().timeout(), scope);
    var silence = Fields.seconds("HeartbeatSeconds", task.limits().heartbeat(), scope);
    var work =
        new Waiting.Work(
            mark,
            arguments,
            token,
            false,
            timeout.map(draft.now()::plus),
            silence.map(each -> new Waiting.Heartbeat(each, draft.now().plus(each))));
    Pausing.until(draft, Told.of(task).asked(draft, walk, arguments), work);
    draft.effect(new Effect.Perform(walk.id(), mark, task.resource(), arguments, token));
  }

  private static boolean hasToken(Resource resource) {
    return resource instanceof Resource.Service service
        && service.pattern() != Resource.Pattern.REQUEST;
  }

  static void answered(Draft draft, Walk walk, Waiting.Work work, JsonNode result) {
    if (work.token().isEmpty()) {
      done(draft, walk, result);
    } else {
      var noted = Told.of(task(draft, walk)).submitted(draft, walk, result);
      draft.put(noted.waiting(work.once(true)));
    }
  }

  /// The task's result is there.
  static void done(Draft draft, Walk walk, JsonNode result) {
    var task = task(draft, walk);
    Limits.checked(result, name(task.resource()));
    var noted = draft.put(Told.of(task).succeeded(draft, walk, result));
    Leaving.leave(draft, noted, task, result);
  }

  static void failed(Draft draft, Walk walk, Failure failure) {
    draft.put(Told.of(task(draft, walk)).failed(draft, walk, failure));
    throw new Failing(failure);
  }

  /// The heartbeat or the timeout is over, whichever was to be first.
  static void late(Draft draft, Walk walk, Waiting.Work work) {
    var due = work.alarm().orElseThrow().due();
    var silent = work.heartbeat().filter(beat -> beat.due().equals(due)).isPresent();
    var timedOut = work.timeout().filter(due::equals).isPresent();
    failed(draft, walk, Failure.of(silent && !timedOut ? Failure.HEARTBEAT : Failure.TIMEOUT));
  }

  static void alive(Draft draft, Walk walk, Waiting.Work work) {
    Pausing.until(draft, walk, work.beating(draft.now()));
  }

  private static State.Task task(Draft draft, Walk walk) {
    return (State.Task) draft.state(walk);
  }

  private static String name(Resource resource) {
    return switch (resource) {
      case Resource.Function(var arn) -> arn;
      case Resource.Service service -> service.service();
    };
  }
}
