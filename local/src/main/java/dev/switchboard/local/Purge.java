package dev.switchboard.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;

/// Has what is expired deleted once an hour. Every item of every table is looked at for it: with a
/// hundred thousand leads that takes minutes, in which everybody else is slower.
final class Purge implements AutoCloseable {

  private static final Duration EVERY = Duration.ofHours(1);

  private final Thread thread;

  private Purge(Thread thread) {
    this.thread = thread;
  }

  /// @param stores told the time; each deletes what has expired by then
  static Purge start(List<Consumer<Instant>> stores, InstantSource clock, Consumer<String> log) {
    return new Purge(
        Thread.ofVirtual()
            .name("purge")
            .start(() -> {
              try {
                while (true) {
                  Thread.sleep(EVERY);
                  purge(stores, clock, log);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }));
  }

  private static void purge(
      List<Consumer<Instant>> stores, InstantSource clock, Consumer<String> log) {
    try {
      stores.forEach(store -> store.accept(clock.instant()));
    } catch (SdkException e) {
      log.accept("expired items stay for now: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
