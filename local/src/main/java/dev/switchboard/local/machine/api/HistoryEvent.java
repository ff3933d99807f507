package dev.switchboard.local.machine.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.local.machine.execution.Past;
import dev.switchboard.local.machine.expression.Values;
import java.util.Locale;
import java.util.Set;

/// An event of a history on the wire: what is JSON in it is a text there.
final class HistoryEvent {

  private static final Set<String> TEXTS = Set.of("input", "output", "parameters");

  private HistoryEvent() {}

  static JsonNode told(Past past) {
    var told =
        JsonNodeFactory.instance
            .objectNode()
            .put("timestamp", Times.seconds(past.at()))
            .put("type", past.type())
            .put("id", past.id())
            .put("previousEventId", past.previous());
    if (!past.details().isEmpty()) told.set(field(past.type()), details(past.details()));
    return told;
  }

  /// `stateEnteredEventDetails` for every type of state, else one of each type of event.
  private static String field(String type) {
    var general = type.replaceFirst("^.*(StateEntered|StateExited)$", "$1");
    return general.substring(0, 1).toLowerCase(Locale.ROOT) + general.substring(1) + "EventDetails";
  }

  private static ObjectNode details(ObjectNode kept) {
    var details = JsonNodeFactory.instance.objectNode();
    for (var each : kept.properties()) {
      if (TEXTS.contains(each.getKey())) {
        details.put(each.getKey(), Values.text(each.getValue()));
      } else if (each.getKey().equals("assignedVariables")) {
        var texts = details.putObject("assignedVariables");
        each.getValue()
            .properties()
            .forEach(variable -> texts.put(variable.getKey(), Values.text(variable.getValue())));
      } else {
        details.set(each.getKey(), each.getValue());
      }
    }
    return details;
  }
}
