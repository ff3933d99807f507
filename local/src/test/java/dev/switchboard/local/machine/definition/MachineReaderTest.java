package dev.switchboard.local.machine.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.local.machine.expression.Values;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineReaderTest {

  private static List<String> findings(String state) {
    var definition =
        "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": " + state + "}}";
    return MachineReader.read(Values.read(definition)).findings().stream()
        .map(each -> each.path() + ": " + each.problem())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{`Type`: `Pass`} | $.States.A: a state needs Next or \"End\": true, and not both",
        "{`Type`: `Pass`, `Next`: `B`} | $.States.A.Next: there is no state B beside this one",
        "{`Type`: `Pas`} | $.States.A.Type: there is no type Pas",
        "{`Type`: `Pass`, `End`: true, `Outputs`: 1} | $.States.A.Outputs: a Pass has no field"
            + " Outputs here",
        "{`Type`: `Pass`, `End`: true, `ResultPath`: `$.a`} | $.States.A.ResultPath: ResultPath is"
            + " a field of JSONPath, which is not executed here",
        "{`Type`: `Pass`, `End`: true, `Output`: [{`a`: `{% ( %}`}]} | $.States.A.Output[0].a: this"
            + " is no JSONata (S0203: Expected \")\" before end of expression)",
        "{`Type`: `Pass`, `End`: true, `Assign`: [1]} | $.States.A.Assign: Assign must be an"
            + " object",
        "{`Type`: `Task`, `End`: true, `Resource`: `arn:aws:states:::sns:publish`} |"
            + " $.States.A.Resource: the resource arn:aws:states:::sns:publish is not served here",
        "{`Type`: `Wait`, `End`: true} | $.States.A: a Wait needs Seconds or Timestamp, and not"
            + " both",
        "{`Type`: `Fail`, `Error`: `States.Mine`} | $.States.A.Error: names that begin with States."
            + " are AWS's own",
        "{`Type`: `Choice`} | $.States.A: a Choice needs Choices",
        "{`Type`: `Pass`, `End`: true, `QueryLanguage`: `JSONPath`} | $.States.A: this state is in"
            + " JSONPath, which is not executed here",
      })
  void what_is_wrong_is_told_with_its_place(String state, String finding) {
    assertEquals(List.of(finding), findings(state.replace('`', '"')));
  }

  @Test
  void all_that_is_wrong_is_told_at_once() {
    assertEquals(
        Set.of(
            "$.States.A.Retry[0]: ErrorEquals names no error",
            "$.States.A.Retry[0].MaxAttempts: MaxAttempts must be a number from 0 on",
            "$.States.A.Catch[0].Next: there is no state B beside this one",
            "$.States.A.Catch[0].ErrorEquals: States.ALL must stand alone and last"),
        Set.copyOf(
            findings(
                """
                {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                 "Retry": [{"MaxAttempts": -1}],
                 "Catch": [{"ErrorEquals": ["States.ALL", "E"], "Next": "B"}]}
                """)));
  }

  @Test
  void a_machine_in_jsonpath_is_refused_with_a_sentence() {
    var reading =
        MachineReader.read(
            Values.read(
                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"End\": true}}}"));

    assertEquals(Optional.empty(), reading.machine());
    assertEquals(
        "write \"QueryLanguage\": \"JSONata\" at the top of the file, and its fields in JSONata",
        reading.findings().getFirst().mending());
  }

  @Test
  void what_is_right_is_read() {
    var machine =
        MachineReader.read(
                Values.read(
                    """
                    {"QueryLanguage": "JSONata", "TimeoutSeconds": 60, "StartAt": "A", "States": {
                      "A": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
                        "Retry": [{"ErrorEquals": ["E"], "MaxDelaySeconds": 9, "JitterStrategy": "FULL"}],
                        "Next": "B"},
                      "B": {"Type": "Succeed"}}}
                    """))
            .machine()
            .orElseThrow();

    assertEquals(Optional.of(Duration.ofMinutes(1)), machine.timeout());
    assertTrue(
        machine.flow().state("A")
                instanceof State.Task(var resource, _, _, var recovery, _, var next)
            && resource.equals(
                new Resource.Service("states", "startExecution", Resource.Pattern.END))
            && recovery
                .retriers()
                .equals(
                    List.of(
                        new Recovery.Retrier(
                            List.of("E"),
                            Duration.ofSeconds(1),
                            3,
                            2,
                            Optional.of(Duration.ofSeconds(9)),
                            true)))
            && next.equals(Optional.of("B")));
  }
}
