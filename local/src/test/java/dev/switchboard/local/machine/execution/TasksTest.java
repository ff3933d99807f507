package dev.switchboard.local.machine.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.local.machine.Rehearsal;
import dev.switchboard.local.machine.expression.Values;
import dev.switchboard.local.machine.task.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TasksTest {

  private final List<Token> tokens = new ArrayList<>();

  /// A machine that waits for a token, and what became of it is its output.
  private Rehearsal waiting(String limits) {
    var definition =
        """
        {"QueryLanguage": "JSONata", "StartAt": "One", "TimeoutSeconds": 100000, "States": {
          "One": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
            "Arguments": {"FunctionName": "f", "Payload": "{% $states.context.Task.Token %}"}, %s
            "Catch": [{"ErrorEquals": ["States.Timeout"], "Output": "{% $states.errorOutput.Error %}", "Next": "Two"}],
            "End": true},
          "Two": {"Type": "Pass", "End": true}}}
        """
            .replace("%s", limits);
    return new Rehearsal(
        Rehearsal.machine(definition),
        Values.read("{\"limit\": 40}"),
        (_, arguments, token) -> {
          assertEquals(token.orElseThrow(), arguments.path("Payload").asText());
          tokens.add(Token.parse(token.orElseThrow()).orElseThrow());
          return new Action.Outcome.Done(Values.read("null"));
        });
  }

  private static long seconds(Rehearsal rehearsal) {
    return Duration.between(Rehearsal.START, rehearsal.now()).toSeconds();
  }

  private void ask(Rehearsal rehearsal) {
    rehearsal.take(new Signal.Begin());
  }

  /// AWS: the task pauses until its token comes back, and its result is what comes with it.
  @Test
  void a_token_ends_its_task() {
    var rehearsal = waiting("");
    ask(rehearsal);
    var token = tokens.getFirst();
    rehearsal.later(new Signal.Succeeded(token.walk(), token.mark(), States.json("{\"ok\": 1}")));

    assertEquals("SUCCEEDED {\"ok\":1}", States.end(rehearsal.run()));
  }

  @Test
  void a_token_may_come_back_before_the_call_that_handed_it_out() {
    var rehearsal = waiting("");
    ask(rehearsal);
    var token = tokens.getFirst();
    rehearsal.take(new Signal.Succeeded(token.walk(), token.mark(), States.json("1")));

    assertEquals("SUCCEEDED 1", States.end(rehearsal.run()));
  }

  @Test
  void a_token_is_good_once() {
    var rehearsal = waiting("");
    ask(rehearsal);
    var token = tokens.getFirst();
    rehearsal.take(
        new Signal.Failed(token.walk(), token.mark(), Failure.of("Refused", "by a person")));
    rehearsal.later(new Signal.Succeeded(token.walk(), token.mark(), States.json("1")));

    assertEquals("FAILED Refused: by a person", States.end(rehearsal.run()));
  }

  /// AWS: TimeoutSeconds may be an expression; past it the error is States.Timeout.
  @Test
  void a_computed_timeout_ends_the_wait() {
    var rehearsal = waiting("\"TimeoutSeconds\": \"{% $states.input.limit %}\",");

    assertEquals("SUCCEEDED \"States.Timeout\"", States.end(rehearsal.run()));
    assertEquals(40, seconds(rehearsal));
  }

  /// AWS: HeartbeatSeconds is the longest silence of whoever has the token.
  @Test
  void silence_ends_the_wait_and_is_a_timeout_too() {
    var rehearsal = waiting("\"TimeoutSeconds\": 1000, \"HeartbeatSeconds\": 10,");

    assertEquals("SUCCEEDED \"States.HeartbeatTimeout\"", States.end(rehearsal.run()));
    assertEquals(10, seconds(rehearsal));
  }

  @Test
  void a_heartbeat_begins_the_silence_anew() {
    var rehearsal = waiting("\"HeartbeatSeconds\": 10,");
    ask(rehearsal);
    var token = tokens.getFirst();
    rehearsal.pass(Duration.ofSeconds(8));
    rehearsal.take(new Signal.Alive(token.walk(), token.mark()));

    assertEquals("SUCCEEDED \"States.HeartbeatTimeout\"", States.end(rehearsal.run()));
    assertEquals(18, seconds(rehearsal));
  }

  /// AWS: past the machine's own TimeoutSeconds the execution is TIMED_OUT.
  @Test
  void the_machines_own_timeout_ends_everything() {
    var rehearsal = waiting("");

    assertEquals("TIMED_OUT", States.end(rehearsal.run()));
    assertEquals(100_000, seconds(rehearsal));
  }

  @Test
  void each_attempt_has_a_token_of_its_own() {
    var rehearsal =
        waiting(
            "\"Retry\": [{\"ErrorEquals\": [\"E\"], \"MaxAttempts\": 1}], \"TimeoutSeconds\": 9,");
    ask(rehearsal);
    var first = tokens.getFirst();
    rehearsal.take(new Signal.Failed(first.walk(), first.mark(), Failure.of("E")));
    rehearsal.later(new Signal.Succeeded(first.walk(), first.mark(), States.json("1")));

    assertEquals("SUCCEEDED \"States.Timeout\"", States.end(rehearsal.run()));
    assertEquals(2, tokens.stream().distinct().count());
  }
}
