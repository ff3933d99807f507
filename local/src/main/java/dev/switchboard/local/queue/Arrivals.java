package dev.switchboard.local.queue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes the poller of a queue when a look may be worth it, so that nobody polls in vain.
final class Arrivals {

  private final Map<String, Semaphore> signals = new ConcurrentHashMap<>();
  private volatile boolean hurried;

  void signal(String queue) {
    signals.computeIfAbsent(queue, _ -> new Semaphore(0)).release();
  }

  void signalAll() {
    signals.values().forEach(Semaphore::release);
  }

  /// While hurried, nobody waits for a batch to fill.
  void hurry(boolean on) {
    hurried = on;
    if (on) signalAll();
  }

  boolean hurried() {
    return hurried;
  }

  /// Waits for a signal.
  ///
  /// @return false when there was none in time
  boolean await(String queue, Duration longest) throws InterruptedException {
    var signal = signals.computeIfAbsent(queue, _ -> new Semaphore(0));
    var came = signal.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
    if (came) signal.drainPermits();
    return came;
  }
}
