package dev.switchboard.local.machine.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a definition.
public final class MachineReader {

  /// What came of a definition.
  ///
  /// @param machine absent when there is an error among the findings
  public record Reading(Optional<Machine> machine, List<Finding> findings) {
    public Reading {
      findings = List.copyOf(findings);
    }
  }

  private static final Set<String> OF_MACHINES =
      Set.of("Comment", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "Version");

  private static final Set<String> OF_FLOWS =
      Set.of("Comment", "ProcessorConfig", "QueryLanguage", "StartAt", "States");

  private final List<Finding> findings = new ArrayList<>();
  private final String language;

  private MachineReader(JsonNode definition) {
    this.language = definition.path("QueryLanguage").asText("JSONPath");
  }

  /// @param definition parsed, its substitutions made
  public static Reading read(JsonNode definition) {
    var reader = new MachineReader(definition);
    var root = new Spot(definition, JsonPointer.empty(), reader.findings);
    var machine = reader.machine(root);
    var sound = reader.findings.stream().noneMatch(each -> each.weight() == Finding.Weight.ERROR);
    return new Reading(Optional.of(machine).filter(_ -> sound), reader.findings);
  }

  private Machine machine(Spot root) {
    known(root, OF_MACHINES);
    var seconds = (long) root.number("TimeoutSeconds", 1, 0);
    return new Machine(
        flow(root), Optional.of(Duration.ofSeconds(seconds)).filter(Duration::isPositive));
  }

  /// The states of a machine, a branch or an item's processor.
  Flow flow(Spot spot) {
    var states = new LinkedHashMap<String, State>();
    var names = spot.child("States").fields();
    if (names.isEmpty()) spot.wrong("there are no States", "add one");
    names.forEach((name, state) ->
        new StateReader(this, state, names.keySet())
            .state()
            .ifPresent(read -> states.put(name, read)));
    var startAt = spot.neededText("StartAt").orElse("");
    if (!startAt.isEmpty()) target(spot, "StartAt", startAt, names.keySet());
    return new Flow(startAt, states);
  }

  /// As [#flow], of what is no machine by itself.
  Flow inner(Spot spot) {
    known(spot, OF_FLOWS);
    return flow(spot);
  }

  /// Notes it when a state's language is not JSONata.
  void language(Spot state) {
    var own = state.text("QueryLanguage").orElse(language);
    if (!own.equals("JSONata"))
      state.wrong(
          "this state is in " + own + ", which is not executed here",
          "write \"QueryLanguage\": \"JSONata\" at the top of the file, and its fields in JSONata");
  }

  static void target(Spot spot, String field, String name, Set<String> states) {
    if (!states.contains(name))
      spot.child(field)
          .wrong("there is no state " + name + " beside this one", "mend the name, or add it");
  }

  static void known(Spot spot, Set<String> fields) {
    spot.fields()
        .forEach((name, field) -> {
          if (!fields.contains(name))
            field.wrong(
                "the field %s is not known here".formatted(name), "remove it, or mend its name");
        });
  }
}
