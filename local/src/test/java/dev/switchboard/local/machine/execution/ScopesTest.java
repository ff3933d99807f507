package dev.switchboard.local.machine.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScopesTest {

  /// AWS: all expressions of one Assign see the variables as they were on entry.
  @Test
  void assignments_see_the_old_values() {
    var machine =
        States.of(
            """
            "One": {"Type": "Pass", "Assign": {"a": 1, "b": 2}, "Next": "Two"},
            "Two": {"Type": "Pass", "Assign": {"a": "{% $b %}", "b": "{% $a %}"},
              "Output": "{% $a %}", "Next": "Three"},
            "Three": {"Type": "Pass", "Output": "{% [$states.input, $a, $b] %}", "End": true}
            """);

    assertEquals("SUCCEEDED [1,2,1]", machine.end("{}"));
  }

  /// AWS: an inner flow reads the variables around it; what it assigns stays within.
  @Test
  void what_an_inner_flow_assigns_stays_there() {
    var machine =
        States.of(
            """
            "One": {"Type": "Pass", "Assign": {"a": "outer"}, "Next": "Two"},
            "Two": {"Type": "Parallel", "Next": "Three", "Branches": [
              {"StartAt": "In", "States": {
                "In": {"Type": "Pass", "Assign": {"b": "{% $a & ' read' %}"}, "Next": "Out"},
                "Out": {"Type": "Pass", "Output": "{% $b %}", "End": true}}},
              {"StartAt": "Other", "States": {
                "Other": {"Type": "Pass", "Output": "{% $exists($b) %}", "End": true}}}]},
            "Three": {"Type": "Pass", "Output": {"within": "{% $states.input %}", "b": "{% $exists($b) %}"}, "End": true}
            """);

    assertEquals("SUCCEEDED {\"within\":[\"outer read\",false],\"b\":false}", machine.end("{}"));
  }

  /// AWS: the flow of a distributed Map cannot see the variables around it.
  @Test
  void a_distributed_map_sees_no_variables_from_outside() {
    var machine =
        States.of(
            """
            "One": {"Type": "Pass", "Assign": {"a": 1}, "Output": [1], "Next": "Two"},
            "Two": {"Type": "Map", "End": true, "ItemProcessor": {
              "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
              "StartAt": "In", "States": {
                "In": {"Type": "Pass", "Output": "{% $exists($a) %}", "End": true}}}}
            """);

    assertEquals("SUCCEEDED [false]", machine.end("{}"));
  }

  /// AWS: a catcher may assign; the state's own Assign is for when it succeeds.
  @Test
  void a_catcher_assigns_in_place_of_its_state() {
    var machine =
        States.of(
            """
            "One": {%s, "Arguments": {"FunctionName": "f"}, "Assign": {"how": "well"}, "Next": "Two",
              "Catch": [{"ErrorEquals": ["E"], "Next": "Two",
                "Assign": {"how": "{%% $states.errorOutput.Error %%}"}}]},
            "Two": {"Type": "Pass", "Output": "{%% $how %%}", "End": true}
            """
                .formatted(States.TASK));

    assertEquals("SUCCEEDED \"E\"", machine.end("{}", States.failed("E")));
    assertEquals("SUCCEEDED \"well\"", machine.end("{}", States.done("1")));
  }

  @Test
  void null_is_a_value_and_nothing_is_not() {
    var machine =
        States.of(
            """
            "One": {"Type": "Pass", "Assign": {"none": null}, "Next": "Two"},
            "Two": {"Type": "Pass", "Output": "{% [$exists($none), $none = null, $exists($other), $states.input.n] %}",
              "End": true}
            """);

    assertEquals("SUCCEEDED [true,true,false,null]", machine.end("{\"n\": null}"));
  }

  /// AWS: the context object tells the execution, the machine and the state, with their times.
  @Test
  void the_context_tells_where_it_is() {
    var machine =
        States.of(
            """
            "One": {"Type": "Wait", "Seconds": 90, "Next": "Two"},
            "Two": {"Type": "Pass", "End": true, "Output": "{% $states.context %}"}
            """);

    assertEquals(
        "SUCCEEDED "
            + """
            {"Execution":{"Id":"arn:aws:states:us-east-1:000000000000:execution:Machine:one",\
            "Input":{"a":1},"Name":"one","StartTime":"2026-11-23T14:00:00.000Z","RedriveCount":0},\
            "StateMachine":{"Id":"arn:aws:states:us-east-1:000000000000:stateMachine:Machine","Name":"Machine"},\
            "State":{"EnteredTime":"2026-11-23T14:01:30.000Z","Name":"Two","RetryCount":0}}\
            """,
        machine.end("{\"a\": 1}"));
  }

  @Test
  void now_is_the_clocks() {
    var machine =
        States.of(
            """
            "One": {"Type": "Wait", "Seconds": 1, "Next": "Two"},
            "Two": {"Type": "Pass", "End": true, "Output": "{% [$now(), $millis() - $toMillis('2026-11-23T14:00:00Z')] %}"}
            """);

    assertEquals("SUCCEEDED [\"2026-11-23T14:00:01.000Z\",1000]", machine.end("{}"));
  }
}
