package dev.switchboard.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Wall time plus an offset that can grow; it never runs backwards, even when wall time does.
public final class MovableClock implements InstantSource {

  private final InstantSource wall;
  private final Consumer<Duration> store;
  private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);
  private volatile Duration offset;

  /// @param wall the time outside
  /// @param offset with which to begin; may be negative
  /// @param store keeps an offset so that it survives a crash; asked before the clock moves
  public MovableClock(InstantSource wall, Duration offset, Consumer<Duration> store) {
    this.wall = wall;
    this.offset = offset;
    this.store = store;
  }

  @Override
  public Instant instant() {
    var now = wall.instant().plus(offset);
    return latest.accumulateAndGet(now, (seen, next) -> next.isAfter(seen) ? next : seen);
  }

  /// Ahead of wall time; negative when behind.
  public Duration offset() {
    return offset;
  }

  public Instant wall() {
    return wall.instant();
  }

  /// Moves forward to `time`; an earlier time leaves the clock as it is.
  void moveTo(Instant time) {
    if (time.isAfter(instant())) keep(Duration.between(wall.instant(), time));
  }

  /// Lets the clock be wall time again, once it has come near to it.
  void follow() {
    keep(Duration.ZERO);
  }

  private void keep(Duration next) {
    store.accept(next);
    offset = next;
  }
}
