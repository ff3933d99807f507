package dev.switchboard.local.clock;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;

/// Times at which something hidden shows itself, to the second: a delayed message, a retry.
///
/// A time may be here for nothing (the message was deleted); none is missing.
public final class DueTimes {

  private final ConcurrentSkipListSet<Instant> times = new ConcurrentSkipListSet<>();

  /// @param due rounded up to the next whole second
  public void add(Instant due) {
    times.add(due.plusSeconds(1).minusNanos(1).truncatedTo(ChronoUnit.SECONDS));
  }

  /// The next one after `now`; earlier ones are forgotten.
  public Optional<Instant> next(Instant now) {
    times.headSet(now, true).clear();
    return Optional.ofNullable(times.ceiling(now));
  }
}
