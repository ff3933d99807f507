package dev.switchboard.local.machine.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.machine.execution.Past;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts the events of a history together, by the state that they belong to.
public final class Visits {

  private final List<Visit> visits = new ArrayList<>();

  /// The visit that an event belongs to, by number of the event.
  private final Map<Long, Integer> owners = new HashMap<>();

  /// Attempts so far, by visit.
  private final Map<Integer, Integer> attempts = new HashMap<>();

  private Visits() {}

  /// In the order of their entries.
  public static List<Visit> of(List<Past> history) {
    var visits = new Visits();
    history.forEach(visits::take);
    return List.copyOf(visits.visits);
  }

  private void take(Past event) {
    if (event.type().endsWith("StateEntered")) {
      owners.put(event.id(), visits.size());
      visits.add(entered(event));
      return;
    }
    var owner = owners.get(event.previous());
    if (owner == null) return;
    owners.put(event.id(), owner);
    var visit = visits.get(owner);
    if (event.type().endsWith("StateExited")) visits.set(owner, left(visit, event));
    else if (event.type().endsWith("Scheduled"))
      visits.set(owner, attempted(visit, attempts.merge(owner, 1, Integer::sum) - 1));
    else if (event.details().has("error") || event.details().has("cause"))
      visits.set(owner, failed(visit, event.details()));
  }

  private static Visit entered(Past event) {
    return new Visit(
        event.details().path("name").asText(),
        event.at(),
        Optional.empty(),
        0,
        event.details().path("input"),
        Optional.empty(),
        Optional.empty());
  }

  private static Visit left(Visit visit, Past event) {
    return new Visit(
        visit.state(),
        visit.entered(),
        Optional.of(event.at()),
        visit.retries(),
        visit.input(),
        Optional.of(event.details().path("output")),
        visit.error());
  }

  private static Visit attempted(Visit visit, int retries) {
    return new Visit(
        visit.state(),
        visit.entered(),
        visit.left(),
        retries,
        visit.input(),
        visit.output(),
        visit.error());
  }

  private static Visit failed(Visit visit, JsonNode details) {
    var error = details.path("error").asText("");
    var cause = details.path("cause").asText("");
    return new Visit(
        visit.state(),
        visit.entered(),
        visit.left(),
        visit.retries(),
        visit.input(),
        visit.output(),
        Optional.of(cause.isEmpty() ? error : error + ": " + cause));
  }
}
