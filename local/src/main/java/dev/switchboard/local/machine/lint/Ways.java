package dev.switchboard.local.machine.lint;

import dev.switchboard.local.machine.definition.Resource;
import dev.switchboard.local.machine.definition.State;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;

/// The ways through a flow: what they never reach, and where they go round without a rest.
record Ways(Level level) {

  Set<String> unreachable() {
    var left = new LinkedHashSet<>(level.flow().states().keySet());
    left.removeAll(from(Set.of(level.flow().startAt()), false));
    return left;
  }

  /// States that can lead back to themselves with nothing between that takes time.
  Set<String> restless() {
    var found = new LinkedHashSet<String>();
    level
        .flow()
        .states()
        .forEach((name, state) -> {
          var next = new LinkedHashSet<>(Level.targets(state).toList());
          if (!rests(state) && from(next, true).contains(name)) found.add(name);
        });
    return found;
  }

  /// All states that can be reached from some, these included.
  ///
  /// @param restless whether to stop at states that take time
  private Set<String> from(Set<String> starts, boolean restless) {
    var reached = new LinkedHashSet<String>();
    var left = new ArrayDeque<>(starts);
    while (!left.isEmpty()) {
      var name = left.remove();
      var state = level.flow().states().get(name);
      if (state == null || (restless && rests(state)) || !reached.add(name)) continue;
      Level.targets(state).forEach(left::add);
    }
    return reached;
  }

  /// Whether time passes in a state whatever its functions do.
  private static boolean rests(State state) {
    return state instanceof State.Wait
        || (state instanceof State.Task task
            && task.resource() instanceof Resource.Service service
            && service.pattern() != Resource.Pattern.REQUEST);
  }
}
