package dev.switchboard.local.machine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.clock.Time;
import dev.switchboard.local.machine.execution.Execution;
import dev.switchboard.local.machine.execution.Progress;
import dev.switchboard.local.machine.execution.Signal;
import dev.switchboard.local.machine.execution.Snapshot;
import dev.switchboard.local.machine.execution.Token;
import dev.switchboard.local.machine.execution.Waiting;
import dev.switchboard.local.machine.store.ExecutionStore;
import dev.switchboard.local.machine.task.Actions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The machines of a template and all their executions.
///
/// An execution's next step is decided, kept and acted on, in this order; so after a crash it is at
/// a step whose acts may have been done, and they are done again.
public final class Machines implements AutoCloseable {

  /// What an execution is to begin with.
  ///
  /// @param name absent: any that is free
  /// @param parent token of the task that waits for its end
  public record Order(
      String machine, Optional<String> name, JsonNode input, Optional<String> parent) {}

  /// As long as AWS tells of an execution that has ended.
  static final Duration KEPT = Duration.ofDays(90);

  private final Map<String, Definition> definitions;
  private final ExecutionStore store;
  private final Time time;
  private final Turns turns;
  private final Steps steps;

  public Machines(
      List<Definition> definitions, ExecutionStore store, Time time, Consumer<String> log) {
    this.definitions =
        definitions.stream().collect(Collectors.toMap(Definition::arn, Function.identity()));
    this.store = store;
    this.time = time;
    this.turns = new Turns(time.activity(), store::commit, log);
    this.steps = new Steps(store, time, turns);
  }

  /// Goes on with every execution where it was.
  ///
  /// @param actions what tasks can ask for
  public void open(Actions actions) {
    steps.open(actions);
    turns.start();
    for (var id : store.running()) turns.post(after -> steps.resume(id, after));
  }

  public Collection<Definition> definitions() {
    return definitions.values();
  }

  /// @param arn with or without an alias
  /// @throws Refusal when there is none
  public Definition definition(String arn) {
    var found = definitions.get(Arns.unqualified(arn));
    if (found == null)
      throw new Refusal(
          "StateMachineDoesNotExist", "State Machine Does Not Exist: '%s'".formatted(arn));
    return found;
  }

  /// On the clock that executions follow.
  public Instant now() {
    return time.clock().instant();
  }

  /// What is kept of executions, to be read.
  public ExecutionStore store() {
    return store;
  }

  /// @throws Refusal when there is none of that ARN
  public Execution execution(String id) {
    return store
        .execution(id)
        .orElseThrow(() ->
            new Refusal("ExecutionDoesNotExist", "Execution Does Not Exist: '%s'".formatted(id)));
  }

  /// Begins an execution, or tells the one that runs with the same name and input.
  ///
  /// @throws Refusal when there is no such machine, or the name is taken
  public Execution start(Order order) {
    var definition = definition(order.machine());
    var name = order.name().orElseGet(() -> UUID.randomUUID().toString());
    var id = Arns.execution(definition.arn(), name);
    return turns.ask(after ->
        store
            .execution(id)
            .map(there -> same(there, order))
            .orElseGet(() -> begun(definition, id, order, after)));
  }

  private Execution same(Execution there, Order order) {
    var over = !store.progress(there.id()).running();
    var asWaitedFor = order.parent().isPresent() && order.parent().equals(there.parent());
    if (asWaitedFor && over) steps.tell(there, order.parent().get());
    if (asWaitedFor || (!over && there.input().equals(order.input()))) return there;
    throw new Refusal(
        "ExecutionAlreadyExists", "Execution Already Exists: '%s'".formatted(there.id()));
  }

  private Execution begun(Definition definition, String id, Order order, List<Runnable> after) {
    var now = now();
    var execution =
        new Execution(
            id,
            definition.arn(),
            definition.key(),
            Arns.name(id),
            order.input(),
            now,
            order.parent());
    store.begin(
        execution,
        Progress.begun(definition.machine().timeout().map(now::plus)),
        definition.text());
    steps.advance(id, new Signal.Begin(), after);
    return execution;
  }

  /// Stops an execution; one that has ended stays as it is.
  public void stop(String id, Signal.Stop stop) {
    turns.ask(after -> {
      execution(id);
      steps.advance(id, stop, after);
      return id;
    });
  }

  /// Lets an execution go on where it failed.
  ///
  /// @throws Refusal when it runs, succeeded, ended too long ago or has too long a history
  public void redrive(String id) {
    turns.ask(after -> {
      execution(id);
      var progress = store.progress(id);
      if (!progress.redrivable(now()))
        throw new Refusal(
            "ExecutionNotRedrivable",
            "Execution is not redrivable: it is %s with %d events: '%s'"
                .formatted(progress.status(), progress.events(), id));
      steps.advance(id, new Signal.Redrive(), after);
      return id;
    });
  }

  /// Hands a token back, or a sign of life.
  ///
  /// @throws Refusal when it is none, or nobody waits for it any more
  public void handBack(String token, Function<Token, Signal> signal) {
    var parsed =
        Token.parse(token)
            .orElseThrow(() -> new Refusal("InvalidToken", "Invalid Token: 'Invalid token'"));
    turns.ask(after -> {
      if (store.execution(parsed.execution()).isEmpty())
        throw new Refusal("TaskDoesNotExist", "Task does not exist");
      if (!awaited(parsed))
        throw new Refusal("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
      steps.advance(parsed.execution(), signal.apply(parsed), after);
      return token;
    });
  }

  private boolean awaited(Token token) {
    return store.progress(token.execution()).running()
        && store
            .walks(token.execution())
            .walk(token.walk())
            .filter(
                walk -> walk.waiting() instanceof Waiting.Work work && work.mark() == token.mark())
            .isPresent();
  }

  /// An execution as it is now.
  ///
  /// @throws java.util.NoSuchElementException when there is none of that ARN
  public Snapshot snapshot(String id) {
    return steps.snapshot(id);
  }

  /// Forgets what ended more than [#KEPT] ago; its names are free again.
  public void forget(Instant now) {
    var limit = now.minus(KEPT);
    turns.post(_ -> {
      for (var machine : definitions.keySet())
        for (var id : store.startedBefore(machine, limit))
          if (store.progress(id).end().filter(end -> end.at().isBefore(limit)).isPresent())
            store.forget(id);
    });
  }

  @Override
  public void close() {
    turns.close();
    store.close();
  }
}
