package dev.switchboard.local.machine.execution;

import dev.switchboard.local.machine.definition.State;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A [Step] in the making: the snapshot, and what has changed since.
final class Draft implements Snapshot.Walks {

  private final Snapshot snapshot;
  private final Instant now;
  private final RandomGenerator random;
  private final Map<WalkId, Optional<Walk>> changed = new LinkedHashMap<>();
  private final Deque<WalkId> ready = new ArrayDeque<>();
  private final List<Past> history = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private Progress progress;

  Draft(Snapshot snapshot, Instant now, RandomGenerator random) {
    this.snapshot = snapshot;
    this.now = now;
    this.random = random;
    this.progress = snapshot.progress();
  }

  Step step() {
    return new Step(progress, changed, history, effects);
  }

  Execution execution() {
    return snapshot.execution();
  }

  Snapshot snapshot() {
    return snapshot;
  }

  Instant now() {
    return now;
  }

  RandomGenerator random() {
    return random;
  }

  Progress progress() {
    return progress;
  }

  void progress(Progress other) {
    progress = other;
  }

  /// The walk as it is now; empty when it is over.
  @Override
  public Optional<Walk> walk(WalkId id) {
    return changed.containsKey(id) ? changed.get(id) : snapshot.walks().walk(id);
  }

  /// As [#walk], of one that is there.
  Walk here(WalkId id) {
    return walk(id).orElseThrow();
  }

  /// Takes the walk as it is now, and lets it have its turn if it is ready.
  Walk put(Walk walk) {
    changed.put(walk.id(), Optional.of(walk));
    if (walk.waiting() instanceof Waiting.Ready) ready.add(walk.id());
    return walk;
  }

  void remove(WalkId id) {
    changed.put(id, Optional.empty());
  }

  /// Ends everything below a walk.
  void prune(WalkId id) {
    for (var walk : all()) if (walk.id().below(id)) remove(walk.id());
  }

  @Override
  public List<Walk> all() {
    var all = new LinkedHashMap<WalkId, Optional<Walk>>();
    snapshot.walks().all().forEach(walk -> all.put(walk.id(), Optional.of(walk)));
    all.putAll(changed);
    return all.values().stream().flatMap(Optional::stream).toList();
  }

  /// The next walk that has its turn; it may be over or wait by now.
  Optional<WalkId> nextReady() {
    return Optional.ofNullable(ready.poll());
  }

  long mark() {
    progress = progress.oneMoreMark();
    return progress.marks();
  }

  void effect(Effect effect) {
    effects.add(effect);
  }

  /// Adds an event to the history and returns its number.
  long note(long previous, String type, Details details) {
    progress = progress.oneMoreEvent();
    history.add(new Past(progress.events(), previous, now, type, details.json()));
    return progress.events();
  }

  /// Adds an event that a walk caused; the walk, which is kept, comes after it.
  Walk note(Walk walk, String type, Details details) {
    if (progress.events() >= Limits.MOST_EVENTS - 1) throw new HistoryFull();
    return walk.after(note(walk.last(), type, details));
  }

  State state(Walk walk) {
    return snapshot.state(walk, this);
  }

  /// The execution has as many events as one may have.
  static final class HistoryFull extends RuntimeException {
    private static final long serialVersionUID = 1;

    HistoryFull() {
      super(null, null, false, false);
    }
  }
}
