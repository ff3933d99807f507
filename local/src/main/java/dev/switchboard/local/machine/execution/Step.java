package dev.switchboard.local.machine.execution;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What follows from a signal: to be kept as a whole, and then to be acted on.
///
/// @param walks that changed; empty for one that is over
/// @param history to be appended
public record Step(
    Progress progress,
    Map<WalkId, Optional<Walk>> walks,
    List<Past> history,
    List<Effect> effects) {
  public Step {
    walks = Map.copyOf(walks);
    history = List.copyOf(history);
    effects = List.copyOf(effects);
  }
}
