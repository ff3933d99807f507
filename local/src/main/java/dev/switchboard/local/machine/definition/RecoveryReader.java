package dev.switchboard.local.machine.definition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads `Retry` and `Catch` of a state.
///
/// @param siblings names of the states that a catcher can go to
record RecoveryReader(Spot state, Set<String> siblings) {

  private static final Set<String> OF_RETRIERS =
      Set.of(
          "BackoffRate",
          "Comment",
          "ErrorEquals",
          "IntervalSeconds",
          "JitterStrategy",
          "MaxAttempts",
          "MaxDelaySeconds");

  private static final Set<String> OF_CATCHERS =
      Set.of("Assign", "Comment", "ErrorEquals", "Next", "Output");

  Recovery recovery() {
    var retriers = new ArrayList<Recovery.Retrier>();
    state.items("Retry").forEach(retrier -> retriers.add(retrier(retrier)));
    var catchers = new ArrayList<Recovery.Catcher>();
    state.items("Catch").forEach(catcher -> catchers.add(catcher(catcher)));
    allIsAloneAndLast("Retry");
    allIsAloneAndLast("Catch");
    return new Recovery(retriers, catchers);
  }

  private static Recovery.Retrier retrier(Spot spot) {
    MachineReader.known(spot, OF_RETRIERS);
    var jitter = spot.text("JitterStrategy").orElse("NONE");
    if (!jitter.equals("FULL") && !jitter.equals("NONE"))
      spot.child("JitterStrategy").wrong("there is no jitter " + jitter, "use FULL or NONE");
    return new Recovery.Retrier(
        errors(spot),
        Duration.ofSeconds((long) spot.number("IntervalSeconds", 1, 1)),
        (int) spot.number("MaxAttempts", 0, 3),
        spot.number("BackoffRate", 1, 2),
        Optional.of(Duration.ofSeconds((long) spot.number("MaxDelaySeconds", 1, 0)))
            .filter(Duration::isPositive),
        jitter.equals("FULL"));
  }

  private Recovery.Catcher catcher(Spot spot) {
    MachineReader.known(spot, OF_CATCHERS);
    var next = spot.neededText("Next").orElse("");
    if (!next.isEmpty()) MachineReader.target(spot, "Next", next, siblings);
    return new Recovery.Catcher(errors(spot), spot.results(), next);
  }

  private static List<String> errors(Spot spot) {
    var errors = new ArrayList<String>();
    for (var item : spot.items("ErrorEquals")) {
      if (item.json().isTextual()) errors.add(item.json().textValue());
      else item.wrong("the name of an error is a text", "put it in quotes");
    }
    if (errors.isEmpty()) spot.wrong("ErrorEquals names no error", "name one, or States.ALL");
    return errors;
  }

  private void allIsAloneAndLast(String field) {
    var items = state.items(field);
    for (var i = 0; i < items.size(); i++) {
      var errors = items.get(i).json().path("ErrorEquals");
      var all = errors.valueStream().anyMatch(error -> error.asText().equals("States.ALL"));
      if (all && (errors.size() > 1 || i < items.size() - 1))
        items
            .get(i)
            .child("ErrorEquals")
            .wrong("States.ALL must stand alone and last", "move it into an entry at the end");
    }
  }
}
