package dev.switchboard.local.queue;

import dev.switchboard.functions.Json;
import dev.switchboard.local.state.StartFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.StringDataType;

/// What the queues hold, in a file, for the engine keeps it in memory alone: a message that was
/// taken survives a crash of this process, as it survives everything on AWS.
///
/// Written group by group. What was deleted last may come back after a crash: a queue delivers at
/// least once.
final class Journal implements AutoCloseable {

  private static final String FILE = "queues.db";
  private static final long LAST_SECONDS = 5;
  private static final int COMMITS_BETWEEN_TIDYING = 1_000;
  private static final int TIDIED_BYTES = 4 * 1024 * 1024;

  /// A message.
  ///
  /// @param sent milliseconds of the epoch
  /// @param due when it may be received first
  record Kept(
      String queue,
      String body,
      long sent,
      long due,
      Optional<String> group,
      Optional<String> deduplication,
      Map<String, Attribute> attributes) {}

  /// @param type `String`, `Number` or `Binary`, with a type of the caller's own after a dot
  /// @param value Base64 of a binary one
  record Attribute(String type, String value) {}

  /// A change of the file, and what to do once it is there or could not be made.
  private record Change(Consumer<MVMap<String, String>> made, Consumer<Optional<Exception>> then) {}

  /// The open file.
  private record Opened(MVStore store, MVMap<String, String> messages) {}

  private final Path file;
  private final BlockingQueue<Change> waiting = new LinkedBlockingQueue<>();
  private final Thread writer;
  private final Map<String, Kept> found;
  private volatile Opened opened;
  private volatile boolean open = true;
  private int commits;

  private Journal(Path file) {
    this.file = file;
    this.opened = opened(file);
    this.found = read(opened.messages());
    this.writer = Thread.ofPlatform().daemon().name("queue journal").start(this::write);
  }

  static Journal open(Path folder) {
    try {
      return new Journal(folder.resolve(FILE));
    } catch (MVStoreException e) {
      throw new StartFailure(
          "The file %s of the state folder cannot be opened (%s): restore it, or start with another --state."
              .formatted(FILE, e.getMessage().lines().findFirst().orElse("")),
          e);
    }
  }

  private static Opened opened(Path file) {
    var store = new MVStore.Builder().autoCommitDisabled().fileName(file.toString()).open();
    store.setRetentionTime(0);
    var types =
        new MVMap.Builder<String, String>()
            .keyType(StringDataType.INSTANCE)
            .valueType(StringDataType.INSTANCE);
    return new Opened(store, store.openMap("messages", types));
  }

  private static Map<String, Kept> read(MVMap<String, String> messages) {
    var all = new TreeMap<String, Kept>();
    messages.forEach((id, text) -> all.put(id, Json.read(text, Kept.class)));
    return all;
  }

  /// What the last process left, by id.
  Map<String, Kept> found() {
    return found;
  }

  /// @param then what to do once the message survives a crash, or why it does not; in the order of
  ///   the calls
  void add(String id, Kept kept, Consumer<Optional<Exception>> then) {
    var text = Json.text(kept);
    waiting.add(new Change(messages -> messages.put(id, text), then));
  }

  void remove(String id) {
    waiting.add(new Change(messages -> messages.remove(id), _ -> {}));
  }

  /// Forgets all of one queue.
  void clear(String queue) {
    waiting.add(
        new Change(
            messages ->
                read(messages)
                    .forEach((id, kept) -> {
                      if (kept.queue().equals(queue)) messages.remove(id);
                    }),
            _ -> {}));
  }

  private void write() {
    var group = new ArrayList<Change>();
    try {
      while (open) {
        group.add(waiting.take());
        waiting.drainTo(group);
        var failure = written(group);
        group.forEach(change -> change.then().accept(failure));
        group.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Exception> written(List<Change> group) {
    try {
      if (opened.store().isClosed()) opened = opened(file);
      group.forEach(change -> change.made().accept(opened.messages()));
      opened.store().commit();
      if (++commits % COMMITS_BETWEEN_TIDYING == 0) opened.store().compact(50, TIDIED_BYTES);
      return Optional.empty();
    } catch (RuntimeException e) {
      // A full disk may have room later: the file is opened again as it was before.
      opened.store().closeImmediately();
      return Optional.of(e);
    }
  }

  /// Lets what is being written end: an interrupt would close the file under it.
  @Override
  public void close() {
    waiting.add(new Change(_ -> {}, _ -> open = false));
    try {
      writer.join(TimeUnit.SECONDS.toMillis(LAST_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    opened.store().close();
  }
}
