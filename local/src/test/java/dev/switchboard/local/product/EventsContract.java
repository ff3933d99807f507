package dev.switchboard.local.product;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import dev.switchboard.functions.Json;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// What `docs/api/events.yaml` promises of events, held against real ones.
final class EventsContract {

  private static final JsonNode EVENTS = Contract.read("events.yaml");

  private static final Map<String, JsonSchema> READ = new ConcurrentHashMap<>();

  private EventsContract() {}

  /// Names of the messages on the bus.
  static Set<String> names() {
    var names = new TreeSet<String>();
    EVENTS.at("/channels/bus/messages").fieldNames().forEachRemaining(names::add);
    return names;
  }

  /// Names of those whose payload is described.
  static Set<String> described() {
    var names = new TreeSet<String>();
    EVENTS.at("/components/messages").fieldNames().forEachRemaining(names::add);
    return names;
  }

  /// @param event as EventBridge hands it on
  /// @throws AssertionError saying what differs
  static void hold(JsonNode event) {
    var name = event.path("detail-type").asText();
    if (!described().contains(name))
      throw new AssertionError(name + " is not documented: " + event);
    var wrong = READ.computeIfAbsent(name, EventsContract::schema).validate(event.path("detail"));
    if (wrong.isEmpty()) return;
    throw new AssertionError(
        wrong.stream()
            .map(message -> message.getInstanceLocation() + ": " + message.getMessage())
            .collect(joining("\n", name + " breaks its promise:\n", "\n" + event)));
  }

  private static JsonSchema schema(String name) {
    var payload = EVENTS.path("components").path("messages").path(name).path("payload");
    var root = Json.MAPPER.createObjectNode();
    root.set("allOf", Json.MAPPER.createArrayNode().add(payload));
    root.set("components", EVENTS.path("components"));
    return Promises.schema(root);
  }
}
