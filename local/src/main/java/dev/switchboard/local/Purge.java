package dev.switchboard.local;

import dev.switchboard.local.table.Tables;
import dev.switchboard.local.template.Template;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;

/// Deletes expired items once an hour. Every item of every table is looked at for it: with a
/// hundred thousand leads that takes minutes, in which everybody else is slower.
final class Purge implements AutoCloseable {

  private static final Duration EVERY = Duration.ofHours(1);

  private final Thread thread;

  private Purge(Thread thread) {
    this.thread = thread;
  }

  static Purge start(
      Tables tables, List<Template.Table> templates, InstantSource clock, Consumer<String> log) {
    return new Purge(
        Thread.ofVirtual()
            .name("purge")
            .start(() -> {
              try {
                while (true) {
                  Thread.sleep(EVERY);
                  purge(tables, templates, clock, log);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }));
  }

  private static void purge(
      Tables tables, List<Template.Table> templates, InstantSource clock, Consumer<String> log) {
    try {
      tables.purge(templates, clock.instant());
    } catch (SdkException e) {
      log.accept("expired items stay for now: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
