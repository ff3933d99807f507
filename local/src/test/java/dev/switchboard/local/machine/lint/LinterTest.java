package dev.switchboard.local.machine.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchboard.local.machine.definition.Source;
import dev.switchboard.local.state.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinterTest {

  private static final String CALM =
      "\"TimeoutSeconds\": 9, \"Retry\": [{\"ErrorEquals\": [\"E\"]}]";

  @TempDir private Path folder;

  private Source source(String text) {
    try {
      return Source.read(Files.writeString(folder.resolve("a.asl.json"), text));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<String> lines(String states, Map<String, String> values) {
    var source =
        source(
            "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\",\n\"States\": {\n"
                + states
                + "}}");
    return Linter.findings(source, values).stream().map(source::line).toList();
  }

  private List<String> lines(String states) {
    return lines(states, Map.of());
  }

  @Test
  void a_sound_machine_has_no_findings() {
    assertEquals(
        List.of(),
        lines(
            """
            "A": {"Type": "Task", "Resource": "${Ask}", "Next": "B", %s,
                  "Assign": {"n": 1}, "Output": "{%% $states.result %%}"},
            "B": {"Type": "Wait", "Seconds": "{%% $n + $count($map([1], function($v){$v})) %%}", "Next": "A"}
            """
                .formatted(CALM),
            Map.of("Ask", "arn:aws:lambda:us-east-1:000000000000:function:Ask")));
  }

  @Test
  void a_state_that_no_way_leads_to_is_told() {
    assertEquals(
        List.of(
            "a.asl.json:4:1: advice: $.States.B: no way leads to this state: remove it, or lead to"
                + " it."),
        lines(
            """
            "A": {"Type": "Succeed"},
            "B": {"Type": "Succeed"}
            """));
  }

  @Test
  void a_loop_without_a_wait_is_told_at_each_of_its_states() {
    assertEquals(
        List.of(
            "a.asl.json:3:1: advice: $.States.A: this state can lead back to itself without a Wait"
                + " between: put a Wait into the loop, or make sure that it ends.",
            "a.asl.json:4:1: advice: $.States.B: this state can lead back to itself without a Wait"
                + " between: put a Wait into the loop, or make sure that it ends."),
        lines(
            """
            "A": {"Type": "Pass", "Next": "B"},
            "B": {"Type": "Choice", "Choices": [{"Condition": "{% true %}", "Next": "A"}], "Default": "C"},
            "C": {"Type": "Succeed"}
            """));
  }

  @Test
  void a_task_needs_a_timeout_a_retry_and_somebody_to_hand_its_token_back() {
    assertEquals(
        List.of(
            "a.asl.json:3:1: advice: $.States.A: the task has no TimeoutSeconds, and may take a"
                + " year: add as many as it may take at most.",
            "a.asl.json:3:1: advice: $.States.A: the task has no Retry: what passes by in a second"
                + " fails it: add one that names the errors that pass by.",
            "a.asl.json:3:1: advice: $.States.A: the task waits for its token, and its Arguments"
                + " hand it to nobody: add {% $states.context.Task.Token %} to them."),
        lines(
            """
            "A": {"Type": "Task", "End": true, "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
                  "Arguments": {"FunctionName": "f", "Payload": "token"}}
            """));
  }

  @Test
  void a_variable_that_nothing_assigns_is_told() {
    assertEquals(
        List.of(
            "a.asl.json:4:1: advice: $.States.B: nothing assigns the variable $missing: mend its"
                + " name, or Assign it on every way to here."),
        lines(
            """
            "A": {"Type": "Pass", "Assign": {"n": "{% ($own := 1; $own & '$quoted') %}"}, "Next": "B"},
            "B": {"Type": "Pass", "Output": "{% $n + $missing %}", "End": true}
            """));
  }

  @Test
  void inner_flows_see_outer_variables_and_should_not_take_their_names() {
    assertEquals(
        List.of(
            "a.asl.json:6:5: advice: $.States.B.Branches[0].States.C: the variable $n is assigned"
                + " outside of this flow too: give it a name of its own: AWS refuses the other's."),
        lines(
            """
            "A": {"Type": "Pass", "Assign": {"n": 1}, "Next": "B"},
            "B": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "C",
              "States": {
                "C": {"Type": "Pass", "Assign": {"n": "{% $n + 1 %}"}, "End": true}}}]}
            """));
  }

  @Test
  void names_and_values_of_substitutions_must_agree() {
    assertEquals(
        List.of(
            "a.asl.json:3:23: error: $.States.A.Output: the template gives no value for ${Here}:"
                + " add it to the machine's DefinitionSubstitutions.",
            "a.asl.json:1:1: advice: $: the template gives a value for ${There}, which is not here:"
                + " remove it from DefinitionSubstitutions."),
        lines(
            """
            "A": {"Type": "Pass", "Output": "${Here}", "End": true}
            """,
            Map.of("There", "x")));
  }

  @Test
  void what_keeps_it_from_running_is_an_error_with_its_place() {
    assertEquals(
        List.of(
            "a.asl.json:3:23: error: $.States.A.Next: there is no state B beside this one: mend the"
                + " name, or add it."),
        lines("\"A\": {\"Type\": \"Pass\", \"Next\": \"B\"}"));
  }

  @Test
  void what_is_no_json_is_told_with_its_place() {
    var failure = assertThrows(StartFailure.class, () -> source("{\n\"a\": }"));

    assertEquals("a.asl.json:2:", failure.getMessage().substring(0, 13));
  }
}
