package dev.switchboard.local.machine.lint;

import com.fasterxml.jackson.core.JsonPointer;
import dev.switchboard.local.machine.definition.Finding;
import dev.switchboard.local.machine.definition.Finding.Weight;
import dev.switchboard.local.machine.definition.MachineReader;
import dev.switchboard.local.machine.definition.Source;
import dev.switchboard.local.machine.definition.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Looks a definition over.
public final class Linter {

  private final Source source;
  private final List<Finding> findings = new ArrayList<>();

  private Linter(Source source) {
    this.source = source;
  }

  /// @param values that the template gives for the names in the file
  /// @return errors first; empty when there is nothing to say
  public static List<Finding> findings(Source source, Map<String, String> values) {
    var linter = new Linter(source);
    linter.substitutions(values);
    var reading = MachineReader.read(source.substituted(values));
    linter.findings.addAll(reading.findings());
    reading.machine().ifPresent(machine -> Level.of(machine).forEach(linter::level));
    linter.findings.sort(Comparator.comparing(Finding::weight));
    return List.copyOf(linter.findings);
  }

  private void substitutions(Map<String, String> values) {
    var missing = new TreeSet<>(source.substitutions());
    missing.removeAll(values.keySet());
    for (var name : missing)
      error(
          source.whereOf(name),
          "the template gives no value for ${%s}".formatted(name),
          "add it to the machine's DefinitionSubstitutions");
    var unused = new TreeSet<>(values.keySet());
    unused.removeAll(source.substitutions());
    for (var name : unused)
      advice(
          JsonPointer.empty(),
          "the template gives a value for ${%s}, which is not here".formatted(name),
          "remove it from DefinitionSubstitutions");
  }

  private void level(Level level) {
    var ways = new Ways(level);
    for (var name : ways.unreachable())
      advice(level.state(name), "no way leads to this state", "remove it, or lead to it");
    for (var name : ways.restless())
      advice(
          level.state(name),
          "this state can lead back to itself without a Wait between",
          "put a Wait into the loop, or make sure that it ends");
    var names = new VariableUse(level);
    level
        .flow()
        .states()
        .forEach((name, state) -> {
          names
              .unknown(state)
              .forEach(variable ->
                  advice(
                      level.state(name),
                      "nothing assigns the variable $" + variable,
                      "mend its name, or Assign it on every way to here"));
          names
              .shadowed(state)
              .forEach(variable ->
                  advice(
                      level.state(name),
                      "the variable $%s is assigned outside of this flow too".formatted(variable),
                      "give it a name of its own: AWS refuses the other's"));
          if (state instanceof State.Task task) task(level.state(name), task);
        });
  }

  private void task(JsonPointer at, State.Task task) {
    if (task.limits().timeout().isEmpty())
      advice(
          at,
          "the task has no TimeoutSeconds, and may take a year",
          "add as many as it may take at most");
    if (task.recovery().retriers().isEmpty())
      advice(
          at,
          "the task has no Retry: what passes by in a second fails it",
          "add one that names the errors that pass by");
    if (VariableUse.waitsForToken(task) && !VariableUse.handsTokenOn(task))
      advice(
          at,
          "the task waits for its token, and its Arguments hand it to nobody",
          "add {% $states.context.Task.Token %} to them");
  }

  private void error(JsonPointer at, String problem, String mending) {
    findings.add(new Finding(Weight.ERROR, at, problem, mending));
  }

  private void advice(JsonPointer at, String problem, String mending) {
    findings.add(new Finding(Weight.ADVICE, at, problem, mending));
  }
}
