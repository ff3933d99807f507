package dev.switchboard.local.machine.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.switchboard.local.machine.Arns;
import dev.switchboard.local.machine.Definition;
import dev.switchboard.local.machine.Machines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Lists, page by page: a page's token is the place where the next one begins.
record Listing(Machines machines) {

  /// The newest first.
  JsonNode executions(Asked asked) {
    var machine = machines.definition(asked.needed("stateMachineArn"));
    var store = machines.store();
    var status = asked.text("statusFilter");
    var found =
        store.of(machine.arn()).stream()
            .filter(
                id -> status.isEmpty() || status.get().equals(store.progress(id).status().name()))
            .toList();
    return page(
        asked,
        "executions",
        found,
        id -> Describing.summary(store.execution(id).orElseThrow(), store.progress(id)));
  }

  JsonNode machines(Asked asked) {
    var all = new ArrayList<>(machines.definitions());
    all.sort(Comparator.comparing(Definition::arn));
    return page(asked, "stateMachines", all, Listing::summary);
  }

  private static JsonNode summary(Definition definition) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("stateMachineArn", definition.arn())
        .put("name", Arns.name(definition.arn()))
        .put("type", "STANDARD")
        .put("creationDate", Times.seconds(definition.since()));
  }

  JsonNode history(Asked asked) {
    var execution = machines.execution(asked.needed("executionArn"));
    var events = new ArrayList<>(machines.store().history(execution.id()));
    if (asked.truth("reverseOrder")) Collections.reverse(events);
    return page(asked, "events", events, HistoryEvent::told);
  }

  private static <T> JsonNode page(
      Asked asked, String field, List<T> all, Function<T, JsonNode> told) {
    var start = Math.min(asked.pageStart(), all.size());
    var end = Math.min(start + asked.pageSize(), all.size());
    var answer = JsonNodeFactory.instance.objectNode();
    var page = answer.putArray(field);
    all.subList(start, end).forEach(each -> page.add(told.apply(each)));
    if (end < all.size()) answer.put("nextToken", Integer.toString(end));
    return answer;
  }
}
