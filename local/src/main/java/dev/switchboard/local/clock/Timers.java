package dev.switchboard.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Runs things when the movable clock reaches their time, whether it ran there or was moved.
public final class Timers implements AutoCloseable {

  private record Entry(Instant due, long order, Runnable action) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      var byTime = due.compareTo(other.due);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private static final Duration LONGEST_SLEEP = Duration.ofHours(1);

  private final MovableClock clock;
  private final Activity activity;
  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private long order;
  private boolean open = true;

  public Timers(MovableClock clock, Activity activity) {
    this.clock = clock;
    this.activity = activity;
    this.thread = Thread.ofVirtual().name("timers").start(this::run);
  }

  /// @param due on the movable clock; a past time means at once
  /// @param action runs on a virtual thread of its own, as counted work
  public void at(Instant due, Runnable action) {
    lock.lock();
    try {
      entries.add(new Entry(due, order++, action));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// When the next thing is due.
  public Optional<Instant> next() {
    lock.lock();
    try {
      return Optional.ofNullable(entries.peek()).map(Entry::due);
    } finally {
      lock.unlock();
    }
  }

  /// Starts whatever is due by now; called at once after the clock was moved.
  public void runDue() {
    lock.lock();
    try {
      var now = clock.instant();
      while (!entries.isEmpty() && !entries.peek().due().isAfter(now)) {
        var action = entries.remove().action();
        var work = activity.beginWithin();
        Thread.startVirtualThread(() -> {
          try (work) {
            action.run();
          }
        });
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    lock.lock();
    try {
      while (open) {
        runDue();
        var sleep = next().map(due -> Duration.between(clock.instant(), due)).orElse(LONGEST_SLEEP);
        var nanos = Math.min(Math.max(sleep.toNanos(), 1_000_000), LONGEST_SLEEP.toNanos());
        var _ = changed.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      open = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(TimeUnit.SECONDS.toMillis(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
