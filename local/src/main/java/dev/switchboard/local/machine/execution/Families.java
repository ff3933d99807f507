package dev.switchboard.local.machine.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.switchboard.local.machine.definition.State;
import dev.switchboard.local.machine.expression.EvaluationFailure;
import dev.switchboard.local.machine.expression.Scope;
import dev.switchboard.local.machine.expression.Values;
import java.util.Optional;
import java.util.stream.Stream;

/// The Parallel and Map states: walks that begin below another, and join when all have ended.
final class Families {
  private Families() {}

  static void begin(Draft draft, Walk walk, State.Parallel parallel) {
    var scope = Scopes.of(draft, walk);
    var input = parallel.arguments().map(each -> each.evaluate(scope)).orElse(walk.input());
    Limits.checked(input, walk.state());
    var total = parallel.branches().size();
    var begun =
        draft.put(
            draft
                .note(walk, "ParallelStateStarted", Details.none())
                .waiting(new Waiting.Children(total, total, 0, 0, Optional.empty())));
    for (var i = 0; i < total; i++) {
      var branch = parallel.branches().get(i);
      draft.put(Walk.to(walk.id().child(i), branch.startAt(), input).after(begun.last()));
    }
  }

  static void begin(Draft draft, Walk walk, State.ForEach each) {
    var scope = Scopes.of(draft, walk);
    var items = items(walk, each, scope);
    var atOnce = concurrency(each, scope);
    var tolerated = tolerated(each, scope, items.size());
    var begun =
        draft.put(
            draft
                .note(walk, "MapStateStarted", Details.none().with("length", items.size()))
                .waiting(new Waiting.Children(items.size(), 0, 0, 0, tolerated)));
    for (var i = 0; i < items.size(); i++)
      draft.put(
          Walk.to(begun.id().child(i), each.processor().startAt(), items.get(i))
              .of(items.get(i))
              .waiting(new Waiting.Queued()));
    for (var i = 0; i < Math.min(atOnce, items.size()); i++) beginNext(draft, begun.id(), each);
    if (items.isEmpty()) join(draft, begun.id());
  }

  private static JsonNode items(Walk walk, State.ForEach each, Scope scope) {
    if (each.items().isPresent()) return new Fields("Items", scope).list(each.items().get());
    if (walk.input().isArray()) return walk.input();
    throw new EvaluationFailure(
        "Items", "Map state input must be an array but was: " + Values.text(walk.input()));
  }

  private static int concurrency(State.ForEach each, Scope scope) {
    var asked =
        each.tolerance()
            .concurrency()
            .map(template -> new Fields("MaxConcurrency", scope).seconds(template, 0).toSeconds())
            .orElse(0L);
    return asked == 0 ? Limits.MOST_AT_ONCE : (int) Math.min(asked, Limits.MOST_AT_ONCE);
  }

  /// With both a count and a percentage, whichever is reached first; with neither none is
  /// tolerated, which in distributed mode is an error of its own too.
  private static Optional<Integer> tolerated(State.ForEach each, Scope scope, int items) {
    var count =
        each.tolerance()
            .failures()
            .map(template -> new Fields("ToleratedFailureCount", scope).number(template));
    var share =
        each.tolerance()
            .percentage()
            .map(template -> new Fields("ToleratedFailurePercentage", scope).number(template))
            .map(percentage -> Math.floor(items * percentage / 100));
    return Stream.concat(count.stream(), share.stream())
        .min(Double::compare)
        .or(() -> each.apart() ? Optional.of(0.0) : Optional.empty())
        .map(Double::intValue);
  }

  private static void beginNext(Draft draft, WalkId parentId, State.ForEach each) {
    var parent = draft.here(parentId);
    var children = (Waiting.Children) parent.waiting();
    var index = children.begun();
    var child = draft.here(parentId.child(index));
    var input =
        each.selector()
            .map(template -> template.evaluate(Scopes.ofItem(draft, parent, index, child.input())))
            .orElse(child.input());
    Limits.checked(input, parent.state());
    draft.put(parent.waiting(children.oneMoreBegun()));
    draft.put(
        draft.note(
            child.after(parent.last()).begun(input),
            "MapIterationStarted",
            iteration(child, parent)));
  }

  /// A walk below another ended; its output is kept.
  static void ended(Draft draft, Walk child, JsonNode output) {
    var parent = draft.here(child.id().parent());
    var noted = noted(draft, child, parent, "MapIterationSucceeded");
    draft.put(noted.waiting(new Waiting.Ended(output)));
    over(draft, parent, ((Waiting.Children) parent.waiting()).oneMoreEnded());
  }

  /// A walk below another failed, and the other tolerates it.
  static void broke(Draft draft, Walk child, Failure failure) {
    var parent = draft.here(child.id().parent());
    draft.prune(child.id());
    var noted = noted(draft, child, parent, "MapIterationFailed");
    draft.put(noted.waiting(new Waiting.Broken(failure)));
    over(draft, parent, ((Waiting.Children) parent.waiting()).oneMoreBroken());
  }

  private static Walk noted(Draft draft, Walk child, Walk parent, String type) {
    return child.item().isPresent() ? draft.note(child, type, iteration(child, parent)) : child;
  }

  static Details iteration(Walk child, Walk parent) {
    return Details.name(parent.state()).with("index", child.id().index());
  }

  private static void over(Draft draft, Walk parent, Waiting.Children children) {
    draft.put(parent.waiting(children));
    Attempt.at(
        draft,
        parent.id(),
        () -> {
          if (children.over()) join(draft, parent.id());
          else if (children.begun() < children.total()
              && draft.state(parent) instanceof State.ForEach each)
            beginNext(draft, parent.id(), each);
        });
  }

  /// The outputs, in the order of branches or items; those that failed are left out.
  private static void join(Draft draft, WalkId id) {
    var walk = draft.here(id);
    var outputs = JsonNodeFactory.instance.arrayNode();
    for (var i = 0; i < ((Waiting.Children) walk.waiting()).total(); i++)
      if (draft.here(id.child(i)).waiting() instanceof Waiting.Ended(var output))
        outputs.add(output);
    Limits.checked(outputs, walk.state());
    draft.prune(id);
    var state = (State.Onward) draft.state(walk);
    var noted = draft.note(walk, Types.of(state) + "StateSucceeded", Details.none());
    Leaving.leave(draft, draft.put(noted.waiting(new Waiting.Queued())), state, outputs);
  }
}
