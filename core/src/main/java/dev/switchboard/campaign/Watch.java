package dev.switchboard.campaign;

import java.time.Instant;
import java.util.Optional;

/// How the machine of a campaign waits, and what it has not seen yet.
///
/// @param token of the task that waits; empty while none does
/// @param signals how often something happened that the machine is to look at
/// @param heeded how many of them it has looked at
/// @param wakeAt when it looks again unless something happens before
/// @param runs executions that were started so far
public record Watch(
    Optional<String> token, long signals, long heeded, Optional<Instant> wakeAt, int runs) {

  static final Watch NEW = new Watch(Optional.empty(), 0, 0, Optional.empty(), 0);

  /// Whether something happened since the machine looked.
  public boolean pending() {
    return signals > heeded;
  }

  Watch signalled() {
    return new Watch(token, signals + 1, heeded, wakeAt, runs);
  }

  /// The machine waits with this token.
  public Watch armed(String token) {
    return new Watch(Optional.of(token), signals, heeded, wakeAt, runs);
  }

  /// The machine looked at all there is; the token it waited with is spent.
  Watch looked(Optional<Instant> next) {
    return new Watch(Optional.empty(), signals, signals, next, runs);
  }

  Watch started() {
    return new Watch(Optional.empty(), signals, heeded, wakeAt, runs + 1);
  }
}
