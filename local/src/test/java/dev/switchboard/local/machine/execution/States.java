package dev.switchboard.local.machine.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.machine.Rehearsal;
import dev.switchboard.local.machine.expression.Values;
import dev.switchboard.local.machine.task.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A machine in a few lines, rehearsed.
///
/// @param states of the machine, as JSON without the braces; it starts at `One`
record States(String states) {

  static final String TASK = "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\"";

  static States of(String states) {
    return new States(states);
  }

  /// What a list of outcomes leads to, one for each task in turn; the last stays.
  Rehearsal rehearsal(String input, Action.Outcome... outcomes) {
    var left = new ArrayList<>(List.of(outcomes));
    return new Rehearsal(
        Rehearsal.machine(text()),
        Values.read(input),
        (_, _, _) -> left.size() > 1 ? left.removeFirst() : left.getFirst());
  }

  /// With each task answered by what it was given.
  Rehearsal echoing(String input) {
    return new Rehearsal(
        Rehearsal.machine(text()),
        Values.read(input),
        (_, arguments, _) -> new Action.Outcome.Done(arguments));
  }

  /// How a machine ends whose tasks are answered by what they were given.
  String end(String input) {
    return end(echoing(input).run());
  }

  String end(String input, Action.Outcome... outcomes) {
    return end(rehearsal(input, outcomes).run());
  }

  /// `SUCCEEDED {"a":1}`, `FAILED Error: cause`
  static String end(Progress progress) {
    var end = progress.end().map(States::shown).orElse("");
    return (progress.status() + " " + end).strip();
  }

  private static String shown(Progress.End end) {
    Optional<String> output = end.output().map(Values::text);
    return output.orElseGet(() ->
        end.failure()
            .map(failure ->
                failure.error().orElse("") + failure.cause().map(": "::concat).orElse(""))
            .orElse(""));
  }

  private String text() {
    return "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"One\", \"States\": {" + states + "}}";
  }

  static Action.Outcome done(String json) {
    return new Action.Outcome.Done(json(json));
  }

  static Action.Outcome failed(String error) {
    return Action.Outcome.failed(error, "it happened");
  }

  static JsonNode json(String text) {
    return Values.read(text);
  }
}
