package dev.switchboard.local.machine;

import dev.switchboard.local.machine.definition.Resource;
import dev.switchboard.local.machine.definition.State;
import dev.switchboard.local.machine.execution.Snapshot;
import dev.switchboard.local.machine.execution.Step;
import dev.switchboard.local.machine.execution.Waiting;
import dev.switchboard.local.machine.execution.Walk;
import dev.switchboard.local.machine.task.ExecutionStart;
import java.util.List;
import java.util.stream.Stream;

/// The executions that were waited for before a step, and are not any more: their task timed out, a
/// sibling failed, or the execution around was stopped.
final class Abandoned {
  private Abandoned() {}

  /// ARNs of them; those that ended by themselves are among them.
  static List<String> by(Step step, Snapshot before) {
    var over = !step.progress().running();
    var changed = step.walks().keySet().stream().flatMap(id -> before.walks().walk(id).stream());
    var all = over ? before.walks().all().stream() : changed;
    return all.flatMap(walk -> awaited(before, walk))
        .filter(work -> over || !stillAwaited(step, work))
        .map(work -> ExecutionStart.id(work.arguments(), work.token().orElseThrow()))
        .toList();
  }

  private static Stream<Waiting.Work> awaited(Snapshot before, Walk walk) {
    return walk.waiting() instanceof Waiting.Work work
            && before.state(walk) instanceof State.Task task
            && task.resource() instanceof Resource.Service service
            && service.pattern() == Resource.Pattern.END
        ? Stream.of(work)
        : Stream.of();
  }

  private static boolean stillAwaited(Step step, Waiting.Work work) {
    return step.walks().values().stream()
        .flatMap(walk -> walk.stream())
        .anyMatch(walk -> walk.waiting() instanceof Waiting.Work now && now.mark() == work.mark());
  }
}
