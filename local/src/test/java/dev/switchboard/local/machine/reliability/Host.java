package dev.switchboard.local.machine.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.clock.Time;
import dev.switchboard.local.function.Invocation;
import dev.switchboard.local.machine.Arns;
import dev.switchboard.local.machine.Definition;
import dev.switchboard.local.machine.Machines;
import dev.switchboard.local.machine.Refusal;
import dev.switchboard.local.machine.definition.MachineReader;
import dev.switchboard.local.machine.execution.Past;
import dev.switchboard.local.machine.execution.Signal;
import dev.switchboard.local.machine.expression.Values;
import dev.switchboard.local.machine.store.ExecutionStore;
import dev.switchboard.local.machine.task.Actions;
import dev.switchboard.local.machine.task.EventPutting;
import dev.switchboard.local.machine.task.ExecutionStart;
import dev.switchboard.local.machine.task.FunctionCall;
import dev.switchboard.local.machine.task.MessageSending;
import dev.switchboard.local.machine.task.TableCall;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Machines on a folder, with functions that write down what they are asked: the process that is
/// there to be killed.
final class Host {

  private static final String MACHINE = Arns.machine("Work");

  /// Events that record a call as done.
  private static final Set<String> ENDS =
      Set.of(
          "TaskSubmitted",
          "TaskSucceeded",
          "TaskFailed",
          "LambdaFunctionSucceeded",
          "LambdaFunctionFailed");

  /// Longest that somebody thinks before a token comes back.
  private static final int MOST_MILLIS = 1_500;

  private final Journal journal;
  private final ExecutionStore store;
  private final Machines machines;

  private Host(Path folder) {
    this.journal = new Journal(folder.resolve("journal"));
    this.store = ExecutionStore.open(Optional.of(folder));
    var definition = MachineReader.read(Values.read(Work.MACHINE)).machine().orElseThrow();
    this.machines =
        new Machines(
            List.of(new Definition(MACHINE, "work", Work.MACHINE, definition, Instant.EPOCH)),
            store,
            Time.start(Optional.empty(), Optional.empty()),
            System.out::println);
  }

  /// @param words folder, and how many executions are to be there
  static void main(String... words) throws InterruptedException {
    var host = new Host(Path.of(words[0]));
    host.recall();
    host.journal.write(Journal.LIFE, "begins");
    host.open();
    host.start(Integer.parseInt(words[1]));
    host.handBackWhatWasAsked();
    host.awaitEnds();
    System.exit(0);
  }

  /// Writes down what was recorded as done before this life, and not before another.
  private void recall() {
    var known = Set.copyOf(journal.of(Journal.DONE));
    var done = new TreeSet<String>();
    for (var id : store.of(MACHINE)) {
      var history = store.history(id);
      for (var event : history)
        if (ENDS.contains(event.type())) asked(history, event).ifPresent(done::add);
    }
    done.removeAll(known);
    journal.write(done.stream().map(call -> Journal.DONE + " " + call).toList());
  }

  /// The call that an event is the end of.
  private static Optional<String> asked(List<Past> history, Past event) {
    for (var at = event; at.previous() > 0; at = history.get((int) at.previous() - 1)) {
      var details = at.details();
      if (at.type().equals("TaskScheduled"))
        return Optional.of(
            call(
                details.path("parameters").path("FunctionName").asText(),
                details.path("parameters").path("Payload")));
      if (at.type().equals("LambdaFunctionScheduled"))
        return Optional.of(
            call(Arns.name(details.path("resource").asText()), details.path("input")));
    }
    return Optional.empty();
  }

  private static String call(String function, JsonNode payload) {
    return "%s %s %d %d"
        .formatted(
            payload.path("of").asText(),
            function,
            payload.path("n").asInt(),
            payload.path("attempt").asInt());
  }

  private void open() {
    var nobody = new MessageSending(null);
    machines.open(
        new Actions(
            new FunctionCall(this::called),
            nobody,
            new EventPutting(null),
            new TableCall(null),
            new ExecutionStart(machines)));
  }

  private Optional<Invocation> called(String function, byte[] event) {
    var payload = Values.read(new String(event, StandardCharsets.UTF_8));
    journal.write(Journal.CALL, call(function, payload));
    var n = payload.path("n").asInt();
    if (payload.has("token")) asked(payload.path("token").asText(), n);
    if (function.equals("try") && Work.fails(n, payload.path("attempt").asInt()))
      return Optional.of(new Invocation.Failed("Busy", "as planned"));
    return Optional.of(
        new Invocation.Answered(
            Integer.toString(Work.answer(function, n)).getBytes(StandardCharsets.UTF_8)));
  }

  /// Somebody will answer after a while, if not in this life.
  private void asked(String token, int n) {
    journal.write(Journal.TOKEN, token, Integer.toString(n));
    handBackAfter(n * 37 % MOST_MILLIS, token, n);
  }

  private void handBackAfter(long millis, String token, int n) {
    Thread.startVirtualThread(() -> {
      try {
        Thread.sleep(millis);
        handBack(token, n);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }

  private void handBack(String token, int n) {
    try {
      var output = Values.read(Integer.toString(Work.answer("ask", n)));
      machines.handBack(token, to -> new Signal.Succeeded(to.walk(), to.mark(), output));
    } catch (Refusal e) {
      // It came back before: in an earlier life, or while this one began.
    }
  }

  /// Some answer as soon as they can again; the others think anew.
  private void handBackWhatWasAsked() {
    for (var line : journal.of(Journal.TOKEN)) {
      var words = line.split(" ");
      var n = Integer.parseInt(words[1]);
      handBackAfter(n % 2 == 0 ? 0 : MOST_MILLIS, words[0], n);
    }
  }

  private void start(int count) {
    for (var number = 0; number < count; number++) {
      var work = new Work(number);
      try {
        machines.start(
            new Machines.Order(
                MACHINE, Optional.of(work.name()), Values.read(work.input()), Optional.empty()));
      } catch (Refusal e) {
        // It has ended already.
      }
    }
  }

  private void awaitEnds() throws InterruptedException {
    while (!store.running().isEmpty()) Thread.sleep(10);
    for (var id : store.of(MACHINE)) {
      var progress = store.progress(id);
      var output = progress.end().orElseThrow().output().map(Values::text).orElse("");
      journal.write(Journal.END, Arns.name(id), progress.status() + " " + output);
    }
  }
}
