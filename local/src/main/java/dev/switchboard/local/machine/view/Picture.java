package dev.switchboard.local.machine.view;

import dev.switchboard.local.machine.definition.Flow;
import dev.switchboard.local.machine.definition.Machine;
import dev.switchboard.local.machine.definition.State;
import java.util.Set;
import java.util.TreeMap;

/// A machine as a Mermaid flowchart; where an execution is, is marked.
///
/// @see <a href="https://mermaid.js.org/syntax/flowchart.html">Mermaid</a>
public final class Picture {

  private final Set<String> current;
  private final StringBuilder text = new StringBuilder("flowchart TD\n");
  private final TreeMap<String, String> names = new TreeMap<>();

  private Picture(Set<String> current) {
    this.current = current;
  }

  /// @param current paths of states, see [Places]
  public static String of(Machine machine, Set<String> current) {
    var picture = new Picture(current);
    picture.flow(machine.flow(), "", "  ");
    picture.text.append("  classDef now fill:#ffd54a,stroke:#7a5c00,stroke-width:3px\n");
    return picture.text.toString();
  }

  private void flow(Flow flow, String path, String indent) {
    flow.states().forEach((name, state) -> state(path + name, name, state, indent));
    flow.states().forEach((name, state) -> ways(path, name, state, indent));
  }

  private void state(String path, String name, State state, String indent) {
    switch (state) {
      case State.Parallel parallel -> {
        begin(path, name, indent);
        for (var i = 0; i < parallel.branches().size(); i++)
          flow(parallel.branches().get(i), path + "/" + i + "/", indent + "  ");
        end(path, indent);
      }
      case State.ForEach each -> {
        begin(path, name + ", for each", indent);
        flow(each.processor(), path + "/", indent + "  ");
        end(path, indent);
      }
      case State.Choice _ ->
          line(indent, "%s{\"%s\"}%s".formatted(id(path), shown(name), mark(path)));
      case State.Succeed _, State.Fail _ ->
          line(indent, "%s([\"%s\"])%s".formatted(id(path), shown(name), mark(path)));
      case State.Pass _, State.Task _, State.Wait _ ->
          line(indent, "%s[\"%s\"]%s".formatted(id(path), shown(name), mark(path)));
    }
  }

  private void begin(String path, String title, String indent) {
    line(indent, "subgraph %s [\"%s\"]".formatted(id(path), shown(title)));
  }

  private void end(String path, String indent) {
    line(indent, "end");
    if (current.contains(path)) line(indent, "class %s now".formatted(id(path)));
  }

  private void ways(String path, String name, State state, String indent) {
    var from = id(path + name);
    if (state instanceof State.Onward onward)
      onward.next().ifPresent(next -> line(indent, "%s --> %s".formatted(from, id(path + next))));
    if (state instanceof State.Choice choice) {
      choice
          .rules()
          .forEach(rule -> line(indent, "%s --> %s".formatted(from, id(path + rule.next()))));
      choice
          .otherwise()
          .ifPresent(next -> line(indent, "%s -->|otherwise| %s".formatted(from, id(path + next))));
    }
    if (state instanceof State.Fallible fallible)
      for (var catcher : fallible.recovery().catchers()) {
        var errors = shown(String.join(", ", catcher.errors()));
        line(indent, "%s -.->|\"%s\"| %s".formatted(from, errors, id(path + catcher.next())));
      }
  }

  /// Mermaid's ids are words.
  private String id(String path) {
    return names.computeIfAbsent(path, _ -> "s" + names.size());
  }

  private String mark(String path) {
    return current.contains(path) ? ":::now" : "";
  }

  private static String shown(String name) {
    return name.replace("\"", "#quot;");
  }

  private void line(String indent, String line) {
    text.append(indent).append(line).append('\n');
  }
}
