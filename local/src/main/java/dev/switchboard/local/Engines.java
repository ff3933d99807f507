package dev.switchboard.local;

import dev.switchboard.local.clock.DueTimes;
import dev.switchboard.local.clock.MovableClock;
import dev.switchboard.local.issuer.Issuer;
import dev.switchboard.local.queue.Queues;
import dev.switchboard.local.state.StateFolder;
import dev.switchboard.local.table.Tables;
import dev.switchboard.local.template.Template;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Tables, queues and the signing key, made at the same time because each takes a second or two.
record Engines(Tables tables, Queues queues, String key) implements AutoCloseable {

  private static final String KEY_FILE = "key.json";

  static Engines start(Optional<StateFolder> state, MovableClock clock, DueTimes due, String url) {
    var tables = begun(() -> Tables.start(state.map(StateFolder::path)));
    var queues =
        begun(() -> Queues.start(state.map(StateFolder::path), clock, due, URI.create(url)));
    var key = begun(() -> key(state));
    try {
      return new Engines(tables.join(), queues.join(), key.join());
    } catch (CompletionException e) {
      var _ = tables.thenAccept(Tables::close);
      var _ = queues.thenAccept(Queues::close);
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw e;
    }
  }

  private static <T> CompletableFuture<T> begun(Supplier<T> start) {
    return CompletableFuture.supplyAsync(
        start, task -> Thread.ofPlatform().daemon().name("start").start(task));
  }

  private static String key(Optional<StateFolder> state) {
    return state
        .flatMap(folder -> folder.read(KEY_FILE))
        .orElseGet(() -> {
          var key = Issuer.newKey();
          state.ifPresent(folder -> folder.writeSecret(KEY_FILE, key));
          return key;
        });
  }

  void make(Template template) {
    tables.make(template.tables());
    queues.make(template.queues());
  }

  @Override
  public void close() {
    queues.close();
    tables.close();
  }
}
