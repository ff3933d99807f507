package dev.switchboard.functions.http;

import dev.switchboard.functions.http.Idempotency.Attempt;
import dev.switchboard.functions.http.Idempotency.Begun.Done;
import dev.switchboard.functions.http.Idempotency.Begun.Fresh;
import dev.switchboard.functions.http.Idempotency.Begun.OtherRequest;
import dev.switchboard.functions.http.Idempotency.Begun.Resume;
import dev.switchboard.functions.http.Idempotency.Begun.Running;
import java.time.InstantSource;
import java.util.function.Function;

/// Answers a request that acts, once per idempotency key.
///
/// @param keys what was begun and done
public record Once(Idempotency keys, InstantSource clock) {

  /// How a route makes something, and how it tells of what was made.
  ///
  /// @param make acts under an id and answers; must be safe to run again under the same id
  /// @param show answers for an id that was made before
  public record Work(Function<String, Reply> make, Function<String, Reply> show) {}

  /// Acts, or answers again.
  ///
  /// @param resource id for what will be made, if nothing was made under the key
  /// @throws Refused 409 while an earlier attempt runs, 422 if the key was for another request
  public Reply answer(Request request, Body body, String resource, Work work) {
    var key = request.idempotencyKey();
    if (key.isEmpty()) return work.make().apply(resource);
    var attempt = new Attempt(request.caller().owner(), key.get(), request.fingerprint(body));
    return switch (keys.begin(attempt, resource, clock.instant())) {
      case Fresh(var id, var fence) -> make(attempt, id, fence, work);
      case Resume(var id, var fence) -> make(attempt, id, fence, work);
      case Done(var id) -> work.show().apply(id).with("idempotent-replayed", "true");
      case Running(var left) ->
          throw new Refused(Problem.of(Problem.Kind.STILL_RUNNING).after(left));
      case OtherRequest _ -> throw new Refused(Problem.of(Problem.Kind.KEY_REUSED));
    };
  }

  private Reply make(Attempt attempt, String id, long fence, Work work) {
    try {
      var reply = work.make().apply(id);
      // Whoever took over after a lease made the same thing under the same id, and remembers it.
      var _ = keys.finish(attempt, fence, clock.instant());
      return reply;
    } catch (Refused e) {
      var _ = keys.abandon(attempt, fence, clock.instant());
      throw e;
    }
  }
}
