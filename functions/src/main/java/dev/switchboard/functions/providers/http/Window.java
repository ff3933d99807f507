package dev.switchboard.functions.providers.http;

import dev.switchboard.send.Send;
import dev.switchboard.send.Timing;
import java.time.Duration;
import java.time.Instant;

/// When a provider may have taken an unclear send: what it lists outside of this is another one.
///
/// It ends as late as a worker that stood still may have gone on; the same words to the same person
/// within it need not be said twice.
///
/// @param from first moment, by any clock
/// @param to last moment, by any clock
public record Window(Instant from, Instant to) {

  private static final Duration CLOCKS = Duration.ofMinutes(2);

  /// Of a send of which nobody knows whether it was taken.
  public static Window of(Send send) {
    return new Window(send.since().minus(CLOCKS), send.since().plus(Timing.SETTLING));
  }

  public boolean contains(Instant at) {
    return !at.isBefore(from) && !at.isAfter(to);
  }
}
