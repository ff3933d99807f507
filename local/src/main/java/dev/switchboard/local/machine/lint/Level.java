package dev.switchboard.local.machine.lint;

import com.fasterxml.jackson.core.JsonPointer;
import dev.switchboard.local.machine.definition.Flow;
import dev.switchboard.local.machine.definition.Machine;
import dev.switchboard.local.machine.definition.Results;
import dev.switchboard.local.machine.definition.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// One flow of a machine, where it stands in the file, and the variables that its states can see.
///
/// @param outer variables of the flows around it
record Level(Flow flow, JsonPointer at, Set<String> outer) {

  /// All flows of a machine, outer before inner.
  static List<Level> of(Machine machine) {
    var levels = new ArrayList<Level>();
    new Level(machine.flow(), JsonPointer.empty(), Set.of()).collect(levels);
    return levels;
  }

  private void collect(List<Level> levels) {
    levels.add(this);
    flow.states()
        .forEach((name, state) -> {
          switch (state) {
            case State.Parallel parallel -> {
              var branches = state(name).appendProperty("Branches");
              for (var i = 0; i < parallel.branches().size(); i++)
                new Level(parallel.branches().get(i), branches.appendIndex(i), visible())
                    .collect(levels);
            }
            case State.ForEach each -> {
              var processor = state(name).appendProperty("ItemProcessor");
              var visible = each.apart() ? Set.<String>of() : visible();
              new Level(each.processor(), processor, visible).collect(levels);
            }
            case State.Pass _,
                State.Task _,
                State.Choice _,
                State.Wait _,
                State.Succeed _,
                State.Fail _ -> {
              // Nothing lies within.
            }
          }
        });
  }

  /// Where a state stands.
  JsonPointer state(String name) {
    return at.appendProperty("States").appendProperty(name);
  }

  Set<String> visible() {
    var all = new TreeSet<>(outer);
    all.addAll(assigned());
    return all;
  }

  /// Variables that a state of this flow assigns.
  Set<String> assigned() {
    var names = new TreeSet<String>();
    flow.states()
        .values()
        .forEach(state -> results(state).forEach(each -> names.addAll(each.assign().keySet())));
    return names;
  }

  /// Everything that a state may hand on, in all its ways out.
  static Stream<Results> results(State state) {
    var own =
        switch (state) {
          case State.Onward onward -> Stream.of(onward.results());
          case State.Choice choice ->
              Stream.concat(
                  Stream.of(choice.results()), choice.rules().stream().map(State.Rule::results));
          case State.Succeed succeed -> Stream.of(succeed.results());
          case State.Fail _ -> Stream.<Results>of();
        };
    var caught =
        state instanceof State.Fallible fallible
            ? fallible.recovery().catchers().stream().map(each -> each.results())
            : Stream.<Results>of();
    return Stream.concat(own, caught);
  }

  /// The states that a state may lead to.
  static Stream<String> targets(State state) {
    var own =
        switch (state) {
          case State.Onward onward -> onward.next().stream();
          case State.Choice choice ->
              Stream.concat(
                  choice.otherwise().stream(), choice.rules().stream().map(State.Rule::next));
          case State.Succeed _, State.Fail _ -> Stream.<String>of();
        };
    var caught =
        state instanceof State.Fallible fallible
            ? fallible.recovery().catchers().stream().map(each -> each.next())
            : Stream.<String>of();
    return Stream.concat(own, caught);
  }
}
