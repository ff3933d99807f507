package dev.switchboard.local.machine.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ChoiceTest {

  private static final States SIZES =
      States.of(
          """
          "One": {"Type": "Choice",
            "Choices": [
              {"Condition": "{% $states.input.n > 10 %}", "Next": "Large",
               "Output": "{% $states.input.n & ' is large' %}"},
              {"Condition": "{% $states.input.n > 5 %}", "Next": "Large"}],
            "Default": "Small", "Output": "otherwise"},
          "Large": {"Type": "Pass", "End": true},
          "Small": {"Type": "Pass", "End": true}
          """);

  /// AWS: rules are looked at in their order, and the first that is true decides.
  @Test
  void the_first_rule_that_holds_decides() {
    assertEquals("SUCCEEDED \"11 is large\"", SIZES.end("{\"n\": 11}"));
  }

  /// AWS: a rule's Output is the state's; without one it is the input, as the state's own Output is
  /// for when no rule holds.
  @Test
  void a_rule_without_output_hands_the_input_on() {
    assertEquals("SUCCEEDED {\"n\":6}", SIZES.end("{\"n\": 6}"));
  }

  @Test
  void the_states_own_output_is_of_its_default() {
    assertEquals("SUCCEEDED \"otherwise\"", SIZES.end("{\"n\": 1}"));
  }

  /// AWS: without a match and a default the error is States.NoChoiceMatched.
  @Test
  void no_match_and_no_default_is_a_failure() {
    var machine =
        States.of(
            """
            "One": {"Type": "Choice",
              "Choices": [{"Condition": "{% false %}", "Next": "Two"}]},
            "Two": {"Type": "Succeed"}
            """);

    assertEquals(
        "FAILED States.NoChoiceMatched: An error occurred while executing the state 'One' (entered"
            + " at the event id #2). Failed to transition out of the state. The state does not"
            + " point to a next state.",
        machine.end("{}"));
  }

  /// AWS: a condition must evaluate to a boolean.
  @Test
  void a_condition_that_is_no_boolean_is_a_failure() {
    var machine =
        States.of(
            """
            "One": {"Type": "Choice",
              "Choices": [{"Condition": "{% 'yes' %}", "Next": "Two"}], "Default": "Two"},
            "Two": {"Type": "Succeed"}
            """);

    assertEquals(
        "FAILED States.QueryEvaluationError: An error occurred while executing the state 'One'"
            + " (entered at the event id #2). The JSONata expression ''yes'' specified for the"
            + " field 'Condition' returned an unexpected result type. Expected 'boolean', but was"
            + " 'string' for value: \"yes\"",
        machine.end("{}"));
  }
}
