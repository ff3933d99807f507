package dev.switchboard.functions.send;

import java.util.Optional;
import java.util.concurrent.Semaphore;

/// A worker that does one step at a time: on a thread of its own, of which nothing runs while
/// nobody lets it.
final class Puppet {

  private final Semaphore go = new Semaphore(0);
  private final Semaphore stopped = new Semaphore(0);
  private volatile boolean busy;
  private volatile boolean dying;
  private volatile Optional<Throwable> failure = Optional.empty();

  /// Whether it stands somewhere in the middle.
  boolean busy() {
    return busy;
  }

  /// As far as the next pause, or to the end.
  ///
  /// @param work begun if it is not in the middle of something
  void step(Runnable work) {
    if (busy) go.release();
    else {
      busy = true;
      Thread.startVirtualThread(() -> run(work));
    }
    stopped.acquireUninterruptibly();
    failure.ifPresent(it -> {
      throw new AssertionError("a worker failed", it);
    });
  }

  private void run(Runnable work) {
    try {
      work.run();
    } catch (Fragile.Died _) {
      // What it was to do.
    } catch (Throwable e) {
      failure = Optional.of(e);
    }
    busy = false;
    stopped.release();
  }

  /// Dies where it stands.
  void die() {
    dying = true;
    go.release();
    stopped.acquireUninterruptibly();
    dying = false;
  }

  /// Lets others go on; called on its own thread.
  void pause() {
    stopped.release();
    go.acquireUninterruptibly();
    if (dying) throw new Fragile.Died();
  }
}
