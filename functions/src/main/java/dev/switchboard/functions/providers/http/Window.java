package dev.switchboard.functions.providers.http;

import dev.switchboard.send.Reason;
import dev.switchboard.send.Send;
import java.time.Duration;
import java.time.Instant;

/// When a provider may have taken an unclear send: what it lists outside of this is another one.
///
/// A worker that died is noticed late, so then it is a day; the same words to the same person
/// within it need not be said twice.
///
/// @param from first moment, by any clock
/// @param to last moment, by any clock
public record Window(Instant from, Instant to) {

  private static final Duration CLOCKS = Duration.ofMinutes(2);
  private static final Duration DAY = Duration.ofDays(1);

  /// Of a send of which nobody knows whether it was taken.
  public static Window of(Send send) {
    var died = send.reason().map(Reason::rule).filter("lease-expired"::equals).isPresent();
    return new Window(send.since().minus(died ? DAY : CLOCKS), send.since().plus(CLOCKS));
  }

  public boolean contains(Instant at) {
    return !at.isBefore(from) && !at.isAfter(to);
  }
}
