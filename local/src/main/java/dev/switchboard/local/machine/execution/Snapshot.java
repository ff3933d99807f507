package dev.switchboard.local.machine.execution;

import dev.switchboard.local.machine.definition.Flow;
import dev.switchboard.local.machine.definition.Machine;
import dev.switchboard.local.machine.definition.State;
import java.util.Collection;
import java.util.Optional;

/// Everything that is to be known of an execution in order to decide what follows.
public record Snapshot(Execution execution, Machine machine, Progress progress, Walks walks) {

  /// The walks of one execution.
  public interface Walks {
    Optional<Walk> walk(WalkId id);

    /// All of them.
    Collection<Walk> all();
  }

  /// The state that a walk is in.
  public State state(Walk walk) {
    return state(walk, walks);
  }

  /// As above, with the walks as they are by now.
  State state(Walk walk, Walks now) {
    return flow(walk.id(), now).state(walk.state());
  }

  private Flow flow(WalkId id, Walks now) {
    if (id.isRoot()) return machine.flow();
    return switch (state(now.walk(id.parent()).orElseThrow(), now)) {
      case State.Parallel parallel -> parallel.branches().get(id.index());
      case State.ForEach each -> each.processor();
      case State other -> throw new IllegalStateException("no walks are below " + other);
    };
  }
}
