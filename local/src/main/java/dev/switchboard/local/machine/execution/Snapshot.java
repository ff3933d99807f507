package dev.switchboard.local.machine.execution;

import dev.switchboard.local.machine.definition.Machine;
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
}
