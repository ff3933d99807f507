package dev.switchboard.local.machine.definition;

import dev.switchboard.local.machine.expression.Template;
import java.util.List;
import java.util.Optional;

/// One state, of one of the eight types.
///
/// @see <a href="https://states-language.net/spec.html">Amazon States Language</a>
public sealed interface State {

  /// A state that may be tried again, and whose failures may lead elsewhere.
  sealed interface Fallible extends State {
    Recovery recovery();
  }

  /// A state that goes on to another, or ends its flow.
  sealed interface Onward extends State {
    Results results();

    /// The state that follows; absent: the flow ends.
    Optional<String> next();
  }

  /// Hands on what it makes of its input.
  record Pass(Results results, Optional<String> next) implements Onward {}

  /// Has something done.
  ///
  /// @param arguments what the resource is given; absent: the state's input
  record Task(
      Resource resource,
      Optional<Template> arguments,
      Limits limits,
      Recovery recovery,
      Results results,
      Optional<String> next)
      implements Onward, Fallible {}

  /// How long a task may take, in seconds.
  ///
  /// @param timeout of the whole attempt
  /// @param heartbeat longest silence of whoever has the task's token
  record Limits(Optional<Template> timeout, Optional<Template> heartbeat) {}

  /// Goes on by the first rule whose condition holds.
  ///
  /// @param otherwise where to go when none does; absent: the execution fails
  /// @param results when none does
  record Choice(List<Rule> rules, Optional<String> otherwise, Results results) implements State {
    public Choice {
      rules = List.copyOf(rules);
    }
  }

  /// @param results in place of the state's own
  record Rule(Template condition, Results results, String next) {}

  /// Lets time pass.
  record Wait(Delay delay, Results results, Optional<String> next) implements Onward {}

  /// How long a [Wait] takes.
  sealed interface Delay {
    /// @param amount of seconds, from the entry into the state on
    record Seconds(Template amount) implements Delay {}

    /// @param time ISO-8601 with an offset; a past one means at once
    record Until(Template time) implements Delay {}
  }

  /// Ends its flow well.
  ///
  /// @param results of which only the output is used
  record Succeed(Results results) implements State {}

  /// Ends its flow badly.
  record Fail(Optional<Template> error, Optional<Template> cause) implements State {}

  /// Runs several flows at the same time; its result is the list of their outputs.
  ///
  /// @param arguments input of each branch; absent: the state's input
  record Parallel(
      Optional<Template> arguments,
      List<Flow> branches,
      Recovery recovery,
      Results results,
      Optional<String> next)
      implements Onward, Fallible {
    public Parallel {
      branches = List.copyOf(branches);
    }
  }

  /// The type `Map`: runs one flow for each item of a list; its result is the list of outputs.
  ///
  /// @param items absent: the state's input is the list
  /// @param selector input of an item's flow; absent: the item
  /// @param apart whether the flow is kept apart from the variables around it, as in distributed
  ///   mode
  record ForEach(
      Optional<Template> items,
      Optional<Template> selector,
      Flow processor,
      boolean apart,
      Tolerance tolerance,
      Recovery recovery,
      Results results,
      Optional<String> next)
      implements Onward, Fallible {}

  /// How many items run at once, and how many may fail.
  ///
  /// @param concurrency most items at a time; absent or 0: as many as AWS runs, 40
  /// @param failures most failed items; absent: none, unless there is a percentage
  /// @param percentage most failed items of a hundred
  record Tolerance(
      Optional<Template> concurrency, Optional<Template> failures, Optional<Template> percentage) {}
}
