package dev.switchboard.functions.http;

import dev.switchboard.OwnerId;
import java.time.Duration;
import java.time.Instant;

/// Remembers which requests were begun and finished under an idempotency key.
///
/// Keeps the id of what was made, not the answer: that is made again from it. Of two who begin at
/// the same moment one is told [Begun.Fresh] and the other [Begun.Running].
public interface Idempotency {

  /// An attempt that did not finish within this time is taken to be dead; more than the longest
  /// time a function may run.
  Duration LEASE = Duration.ofSeconds(60);

  /// How long a key is remembered.
  Duration KEPT = Duration.ofDays(7);

  /// One request under its key.
  ///
  /// @param fingerprint of the request, see [Request#fingerprint]
  record Attempt(OwnerId owner, IdempotencyKey key, String fingerprint) {}

  /// What beginning an attempt found.
  sealed interface Begun {
    /// Nobody used the key: act, under that id and fence.
    record Fresh(String resource, long fence) implements Begun {}

    /// An earlier attempt died on the way: act again, under the id it had; what it made is there.
    record Resume(String resource, long fence) implements Begun {}

    /// An earlier attempt is still at it.
    ///
    /// @param left until it is taken to be dead
    record Running(Duration left) implements Begun {}

    /// It was done: tell of that resource again.
    record Done(String resource) implements Begun {}

    /// The key was used for another request.
    record OtherRequest() implements Begun {}
  }

  /// Begins an attempt.
  ///
  /// @param resource id for what will be made, kept if the key is new
  Begun begin(Attempt attempt, String resource, Instant now);

  /// Remembers that the attempt has done its work.
  ///
  /// @return false if a later attempt has taken over, which then finishes
  boolean finish(Attempt attempt, long fence, Instant now);

  /// Forgets an attempt that made nothing, so that the key can be used again.
  ///
  /// @return false if a later attempt has taken over
  boolean abandon(Attempt attempt, long fence, Instant now);
}
