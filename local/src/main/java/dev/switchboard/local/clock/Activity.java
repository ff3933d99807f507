package dev.switchboard.local.clock;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Counts what is being worked on, so that the clock is moved only when nothing is.
public final class Activity {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int running;
  private boolean held;

  /// One piece of work, under way until it is closed.
  public final class Work implements AutoCloseable {
    private boolean open = true;

    private Work() {}

    @Override
    public void close() {
      lock.lock();
      try {
        if (open) running--;
        open = false;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /// Begins a piece of work; waits while the clock is being set.
  public Work begin() {
    lock.lock();
    try {
      while (held) changed.awaitUninterruptibly();
      running++;
      return new Work();
    } finally {
      lock.unlock();
    }
  }

  /// A further piece of work, begun by one that is under way: it never waits.
  public Work beginWithin() {
    lock.lock();
    try {
      running++;
      return new Work();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until nothing is being worked on.
  ///
  /// @param longest wait
  /// @return false when something still was
  public boolean awaitIdle(Duration longest) {
    lock.lock();
    try {
      return idle(longest);
    } finally {
      lock.unlock();
    }
  }

  /// Lets the work under way finish, for at most `longest`, holds new work back and runs `change`.
  public void whenIdle(Duration longest, Runnable change) {
    lock.lock();
    try {
      held = true;
      idle(longest);
      change.run();
    } finally {
      held = false;
      changed.signalAll();
      lock.unlock();
    }
  }

  private boolean idle(Duration longest) {
    var left = longest.toNanos();
    try {
      while (running > 0) {
        if (left <= 0) return false;
        left = changed.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// How many pieces of work are under way.
  public int running() {
    lock.lock();
    try {
      return running;
    } finally {
      lock.unlock();
    }
  }
}
