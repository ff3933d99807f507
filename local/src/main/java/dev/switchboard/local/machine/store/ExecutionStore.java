package dev.switchboard.local.machine.store;

import dev.switchboard.local.machine.execution.Execution;
import dev.switchboard.local.machine.execution.Past;
import dev.switchboard.local.machine.execution.Progress;
import dev.switchboard.local.machine.execution.Snapshot;
import dev.switchboard.local.machine.execution.Step;
import dev.switchboard.local.machine.execution.Walk;
import dev.switchboard.local.machine.execution.WalkId;
import dev.switchboard.local.state.StartFailure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.StringDataType;

/// All executions of all machines.
///
/// What is kept is seen at once, and survives a crash from the next [#commit] on; a crash before it
/// takes all that came since the last one, never a part.
public final class ExecutionStore implements AutoCloseable {

  private static final String FILE = "machines.db";

  /// Stands between the parts of a key; no ARN has one.
  private static final String AND = "\n";

  /// Commits between two looks for room in the file.
  private static final int COMMITS_BETWEEN_TIDYING = 1_000;

  private static final int TIDIED_BYTES = 4 * 1024 * 1024;

  private final MVStore store;
  private final MVMap<String, String> executions;
  private final MVMap<String, String> progress;
  private final MVMap<String, String> walks;
  private final MVMap<String, String> history;
  private final MVMap<String, String> definitions;

  /// Keys of those that run, for the next start.
  private final MVMap<String, String> running;

  /// By machine, the newest first.
  private final MVMap<String, String> starts;

  private int commits;

  private ExecutionStore(MVStore store) {
    this.store = store;
    this.executions = map("executions");
    this.progress = map("progress");
    this.walks = map("walks");
    this.history = map("history");
    this.definitions = map("definitions");
    this.running = map("running");
    this.starts = map("starts");
  }

  private MVMap<String, String> map(String name) {
    return store.openMap(
        name,
        new MVMap.Builder<String, String>()
            .keyType(StringDataType.INSTANCE)
            .valueType(StringDataType.INSTANCE));
  }

  /// @param folder where the file is; absent: in memory
  public static ExecutionStore open(Optional<Path> folder) {
    var builder = new MVStore.Builder().autoCommitDisabled();
    folder.ifPresent(path -> builder.fileName(path.resolve(FILE).toString()));
    try {
      var store = builder.open();
      store.setRetentionTime(0);
      return new ExecutionStore(store);
    } catch (MVStoreException e) {
      throw new StartFailure(
          "The file machines.db of the state folder cannot be opened (%s): restore it, or start with another --state."
              .formatted(e.getMessage().lines().findFirst().orElse("")),
          e);
    }
  }

  /// Keeps a new execution.
  ///
  /// @param definition its text, under the execution's key
  public void begin(Execution execution, Progress begun, String definition) {
    definitions.putIfAbsent(execution.definition(), definition);
    executions.put(execution.id(), Rows.text(execution));
    progress.put(execution.id(), Rows.text(begun));
    running.put(execution.id(), "");
    starts.put(
        begun(execution.machine(), execution.startedAt()) + AND + execution.id(), execution.id());
  }

  /// The beginning of a key that sorts the newest first.
  private static String begun(String machine, Instant at) {
    return machine + AND + (Long.MAX_VALUE - at.toEpochMilli());
  }

  public void keep(String id, Step step) {
    progress.put(id, Rows.text(step.progress()));
    if (step.progress().running()) running.put(id, "");
    else running.remove(id);
    step.walks()
        .forEach((walk, now) ->
            now.ifPresentOrElse(
                kept -> walks.put(id + AND + walk.path(), Rows.text(kept)),
                () -> walks.remove(id + AND + walk.path())));
    for (var event : step.history())
      history.put("%s%s%05d".formatted(id, AND, event.id()), Rows.text(event));
  }

  /// Makes all that was kept survive a crash of this process.
  public void commit() {
    store.commit();
    if (++commits % COMMITS_BETWEEN_TIDYING == 0) store.compact(50, TIDIED_BYTES);
  }

  public Optional<Execution> execution(String id) {
    return Optional.ofNullable(executions.get(id)).map(row -> Rows.read(row, Execution.class));
  }

  /// @throws java.util.NoSuchElementException when there is no such execution
  public Progress progress(String id) {
    return Optional.ofNullable(progress.get(id))
        .map(row -> Rows.read(row, Progress.class))
        .orElseThrow();
  }

  public Optional<String> definition(String key) {
    return Optional.ofNullable(definitions.get(key));
  }

  public Snapshot.Walks walks(String id) {
    return new Snapshot.Walks() {
      @Override
      public Optional<Walk> walk(WalkId walk) {
        return Optional.ofNullable(walks.get(id + AND + walk.path()))
            .map(row -> Rows.read(row, Walk.class));
      }

      @Override
      public Collection<Walk> all() {
        return Prefix.values(walks, id + AND).stream()
            .map(row -> Rows.read(row, Walk.class))
            .toList();
      }
    };
  }

  /// In their order.
  public List<Past> history(String id) {
    return Prefix.values(history, id + AND).stream()
        .map(row -> Rows.read(row, Past.class))
        .toList();
  }

  /// Those that have not ended.
  public List<String> running() {
    return List.copyOf(running.keySet());
  }

  /// Of one machine, the newest first.
  public List<String> of(String machine) {
    return Prefix.values(starts, machine + AND);
  }

  /// Of one machine, those that began before a time.
  public List<String> startedBefore(String machine, Instant time) {
    return Prefix.values(starts, begun(machine, time), machine + AND);
  }

  /// Removes everything of an execution, but for the definition that others may have too.
  public void forget(String id) {
    execution(id)
        .ifPresent(execution ->
            starts.remove(begun(execution.machine(), execution.startedAt()) + AND + id));
    for (var rows : List.of(walks, history)) Prefix.keys(rows, id + AND).forEach(rows::remove);
    for (var rows : List.of(executions, progress, running)) rows.remove(id);
  }

  @Override
  public void close() {
    store.close();
  }
}
