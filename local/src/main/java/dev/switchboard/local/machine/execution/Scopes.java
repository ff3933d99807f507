package dev.switchboard.local.machine.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.local.machine.definition.State;
import dev.switchboard.local.machine.expression.Scope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What the expressions of a walk's state can name: its input, the context object, the variables of
/// this walk and of those it lies in.
///
/// The page `input-output-contextobject` of AWS's guide has the fields of the context object.
final class Scopes {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Scopes() {}

  static Scope of(Draft draft, Walk walk) {
    return scope(draft, walk, context(draft, walk));
  }

  /// With the token that `Arguments` hand over.
  static Scope ofTask(Draft draft, Walk walk, Optional<String> token) {
    var context = context(draft, walk);
    token.ifPresent(text -> context.putObject("Task").put("Token", text));
    return scope(draft, walk, context);
  }

  /// With the item that `ItemSelector` chooses from.
  static Scope ofItem(Draft draft, Walk parent, int index, JsonNode value) {
    var context = context(draft, parent);
    context.set("Map", item(index, value));
    return scope(draft, parent, context);
  }

  private static Scope scope(Draft draft, Walk walk, ObjectNode context) {
    return new Scope(
        Map.of("input", walk.input(), "context", context),
        variables(draft, walk),
        draft.now(),
        draft.random());
  }

  private static Map<String, JsonNode> variables(Draft draft, Walk walk) {
    if (walk.id().isRoot()) return walk.variables();
    var parent = draft.here(walk.id().parent());
    if (draft.state(parent) instanceof State.ForEach each && each.apart()) return walk.variables();
    var all = new LinkedHashMap<>(variables(draft, parent));
    all.putAll(walk.variables());
    return all;
  }

  private static ObjectNode context(Draft draft, Walk walk) {
    var context = JSON.objectNode();
    context.set("Execution", execution(draft));
    var machine = draft.execution().machine();
    context
        .putObject("StateMachine")
        .put("Id", machine)
        .put("Name", machine.substring(machine.lastIndexOf(':') + 1));
    context
        .putObject("State")
        .put("EnteredTime", time(walk.visit().at()))
        .put("Name", walk.state())
        .put("RetryCount", walk.visit().retries());
    item(draft, walk).ifPresent(item -> context.set("Map", item));
    return context;
  }

  private static ObjectNode execution(Draft draft) {
    var execution = draft.execution();
    var shown =
        JSON.objectNode()
            .put("Id", execution.id())
            .<ObjectNode>set("Input", execution.input())
            .put("Name", execution.name())
            .put("StartTime", time(execution.startedAt()))
            .put("RedriveCount", draft.progress().redrives());
    draft.progress().redrivenAt().ifPresent(at -> shown.put("RedriveTime", time(at)));
    return shown;
  }

  /// The item of the nearest walk that is for one.
  private static Optional<ObjectNode> item(Draft draft, Walk walk) {
    if (walk.item().isPresent()) return Optional.of(item(walk.id().index(), walk.item().get()));
    return walk.id().isRoot() ? Optional.empty() : item(draft, draft.here(walk.id().parent()));
  }

  private static ObjectNode item(int index, JsonNode value) {
    var map = JSON.objectNode();
    map.putObject("Item").put("Index", index).set("Value", value);
    return map;
  }

  static String time(Instant at) {
    return TIME.format(at);
  }
}
