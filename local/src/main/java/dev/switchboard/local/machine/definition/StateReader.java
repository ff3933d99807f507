package dev.switchboard.local.machine.definition;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/// Reads one state.
///
/// @param reader of the machine it belongs to
/// @param siblings names of the states it can go to
record StateReader(MachineReader reader, Spot spot, Set<String> siblings) {

  /// @return empty, and noted, when it has no type that exists
  Optional<State> state() {
    reader.language(spot);
    var type = spot.neededText("Type").orElse("");
    return switch (type) {
      case "Pass" -> Optional.of(pass());
      case "Task" -> task();
      case "Choice" -> Optional.of(choice());
      case "Wait" -> pause();
      case "Succeed" -> Optional.of(succeed());
      case "Fail" -> Optional.of(fail());
      case "Parallel" -> Optional.of(parallel());
      case "Map" -> Optional.of(forEach());
      default -> {
        if (!type.isEmpty())
          spot.child("Type")
              .wrong(
                  "there is no type " + type,
                  "use Pass, Task, Choice, Wait, Succeed, Fail, Parallel or Map");
        yield Optional.empty();
      }
    };
  }

  private State pass() {
    knowing("Output", "Assign", "Next", "End");
    return new State.Pass(spot.results(), next());
  }

  private Optional<State> task() {
    knowing(
        "Resource",
        "Arguments",
        "TimeoutSeconds",
        "HeartbeatSeconds",
        "Retry",
        "Catch",
        "Output",
        "Assign",
        "Next",
        "End",
        "Credentials");
    var resource = spot.neededText("Resource");
    var parsed = resource.flatMap(Resource::parse);
    if (resource.isPresent() && parsed.isEmpty())
      spot.child("Resource")
          .wrong(
              "the resource %s is not served here".formatted(resource.get()),
              "use a function's ARN or one of " + String.join(", ", Resource.served()));
    var limits =
        new State.Limits(spot.template("TimeoutSeconds"), spot.template("HeartbeatSeconds"));
    var arguments = spot.template("Arguments");
    var recovery = recovery();
    var results = spot.results();
    var next = next();
    return parsed.map(found -> new State.Task(found, arguments, limits, recovery, results, next));
  }

  private State choice() {
    knowing("Choices", "Default", "Output", "Assign");
    var rules = new ArrayList<State.Rule>();
    for (var rule : spot.items("Choices")) {
      MachineReader.known(rule, Set.of("Comment", "Condition", "Next", "Output", "Assign"));
      var condition = rule.template("Condition");
      if (condition.isEmpty()) rule.wrong("Condition is missing", "add it, in {% and %}");
      var next = target(rule, rule.neededText("Next"), "Next");
      condition.ifPresent(
          found -> rules.add(new State.Rule(found, rule.results(), next.orElse(""))));
    }
    if (rules.isEmpty()) spot.wrong("a Choice needs Choices", "add one");
    return new State.Choice(rules, target(spot, spot.text("Default"), "Default"), spot.results());
  }

  private Optional<State> pause() {
    knowing("Seconds", "Timestamp", "Output", "Assign", "Next", "End");
    if (spot.has("Seconds") == spot.has("Timestamp"))
      spot.wrong("a Wait needs Seconds or Timestamp, and not both", "keep one");
    var delay =
        spot.template("Seconds")
            .<State.Delay>map(State.Delay.Seconds::new)
            .or(() -> spot.template("Timestamp").map(State.Delay.Until::new));
    var results = spot.results();
    var next = next();
    return delay.map(found -> new State.Wait(found, results, next));
  }

  private State succeed() {
    knowing("Output");
    return new State.Succeed(spot.results());
  }

  private State fail() {
    knowing("Error", "Cause");
    if (spot.text("Error").orElse("").startsWith("States."))
      spot.child("Error")
          .wrong("names that begin with States. are AWS's own", "name the error after what failed");
    return new State.Fail(spot.template("Error"), spot.template("Cause"));
  }

  private State parallel() {
    knowing("Branches", "Arguments", "Retry", "Catch", "Output", "Assign", "Next", "End");
    var branches = new ArrayList<Flow>();
    spot.items("Branches").forEach(branch -> branches.add(reader.inner(branch)));
    if (branches.isEmpty()) spot.wrong("a Parallel needs Branches", "add one");
    return new State.Parallel(
        spot.template("Arguments"), branches, recovery(), spot.results(), next());
  }

  private State forEach() {
    knowing(
        "Items",
        "ItemSelector",
        "ItemProcessor",
        "MaxConcurrency",
        "ToleratedFailureCount",
        "ToleratedFailurePercentage",
        "Label",
        "Retry",
        "Catch",
        "Output",
        "Assign",
        "Next",
        "End");
    if (!spot.has("ItemProcessor")) spot.wrong("ItemProcessor is missing", "add it");
    var processor = spot.child("ItemProcessor");
    var mode = processor.json().path("ProcessorConfig").path("Mode").asText("INLINE");
    var tolerance =
        new State.Tolerance(
            spot.template("MaxConcurrency"),
            spot.template("ToleratedFailureCount"),
            spot.template("ToleratedFailurePercentage"));
    return new State.ForEach(
        spot.template("Items"),
        spot.template("ItemSelector"),
        reader.inner(processor),
        mode.equals("DISTRIBUTED"),
        tolerance,
        recovery(),
        spot.results(),
        next());
  }

  private Recovery recovery() {
    return new RecoveryReader(spot, siblings).recovery();
  }

  private Optional<String> next() {
    var end = spot.json().path("End").asBoolean(false);
    if (spot.has("Next") == end)
      spot.wrong("a state needs Next or \"End\": true, and not both", "keep one");
    return target(spot, spot.text("Next"), "Next");
  }

  private Optional<String> target(Spot where, Optional<String> name, String field) {
    name.ifPresent(state -> MachineReader.target(where, field, state, siblings));
    return name;
  }

  private void knowing(String... fields) {
    KnownFields.check(spot, fields);
  }
}
