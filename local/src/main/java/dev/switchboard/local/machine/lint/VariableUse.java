package dev.switchboard.local.machine.lint;

import dev.switchboard.local.machine.definition.Resource;
import dev.switchboard.local.machine.definition.State;
import dev.switchboard.local.machine.expression.Template;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What the states of a flow name in their expressions.
record VariableUse(Level level) {

  private static final String TOKEN = "$states.context.Task.Token";

  /// Variables that a state reads and no state that it can see assigns.
  Set<String> unknown(State state) {
    var names = new TreeSet<String>();
    templates(state)
        .flatMap(Template::expressions)
        .forEach(each -> names.addAll(each.query().variables()));
    names.removeAll(level.visible());
    return names;
  }

  /// Variables that a state assigns although a flow around has one of that name.
  Set<String> shadowed(State state) {
    var names = new TreeSet<String>();
    Level.results(state).forEach(each -> names.addAll(each.assign().keySet()));
    names.retainAll(level.outer());
    return names;
  }

  static boolean waitsForToken(State.Task task) {
    return task.resource() instanceof Resource.Service service
        && service.pattern() == Resource.Pattern.TOKEN;
  }

  /// Whether the arguments name the token, or all of the context.
  static boolean handsTokenOn(State.Task task) {
    return task.arguments().stream()
        .flatMap(Template::expressions)
        .map(each -> each.query().source().replaceAll("\\s", ""))
        .anyMatch(
            source -> source.contains(TOKEN) || source.matches("\\$states(\\.context(\\.Task)?)?"));
  }

  private static Stream<Template> templates(State state) {
    var own =
        switch (state) {
          case State.Task task ->
              Stream.of(task.arguments(), task.limits().timeout(), task.limits().heartbeat())
                  .flatMap(Optional::stream);
          case State.Choice choice -> choice.rules().stream().map(State.Rule::condition);
          case State.Wait wait ->
              Stream.of(
                  switch (wait.delay()) {
                    case State.Delay.Seconds(var amount) -> amount;
                    case State.Delay.Until(var time) -> time;
                  });
          case State.Fail fail -> Stream.of(fail.error(), fail.cause()).flatMap(Optional::stream);
          case State.Parallel parallel -> Stream.of(parallel.arguments()).flatMap(Optional::stream);
          case State.ForEach each ->
              Stream.of(
                      each.items(),
                      each.selector(),
                      each.tolerance().concurrency(),
                      each.tolerance().failures(),
                      each.tolerance().percentage())
                  .flatMap(Optional::stream);
          case State.Pass _, State.Succeed _ -> Stream.<Template>of();
        };
    var results =
        Level.results(state)
            .flatMap(
                each -> Stream.concat(each.output().stream(), each.assign().values().stream()));
    return Stream.concat(own, results);
  }
}
