package dev.switchboard.local.machine.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

  private static Scope scope() {
    Map<String, JsonNode> variables =
        Map.of(
            "n", Values.read("7"), "list", Values.read("[1,null,3]"), "none", Values.read("null"));
    return new Scope(
        Map.of("input", Values.read("{\"a\":{\"b\":[1,2]},\"text\":\"x\"}")),
        variables,
        Instant.parse("2026-11-23T14:00:00Z"),
        new Random(1));
  }

  private static String evaluated(String json) {
    var template =
        Template.read(
            Values.read(json),
            "Output",
            (field, message) -> {
              throw new IllegalArgumentException(field + ": " + message);
            });
    return Values.text(template.evaluate(scope()));
  }

  private static String computed(String expression) {
    return evaluated(Values.text(Values.MAPPER.valueToTree("{% " + expression + " %}")));
  }

  private static String failure(String expression) {
    return assertThrows(EvaluationFailure.class, () -> computed(expression)).getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$n / 7 | 1",
        "$n / 2 | 3.5",
        "$states.input.a.b | [1,2]",
        "$states.input.a.b[0] | 1",
        "$list | [1,null,3]",
        "$none | null",
        "[$none] | [null]",
        "$append([], $n) | [7]",
        "$partition([1..5], 2) | [[1,2],[3,4],[5]]",
        "$range(0, 1, 0.25) | [0,0.25,0.5,0.75,1]",
        "$range(3, 1, -1) | [3,2,1]",
        "$range(1, 0, 1) ~> $count | 0",
        "$hash('x', 'SHA-256') |"
            + " \"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881\"",
        "$parse('{\"a\":null}') | {\"a\":null}",
        "$random(1) = $random(1) | true",
        "$length($uuid()) | 36",
        "$now() | \"2026-11-23T14:00:00.000Z\"",
        "$now('[Y0001]') | \"2026\"",
        "$millis() | 1795442400000",
        "$states.input.text & $string($n) | \"x7\"",
      })
  void an_expression_gives_json(String expression, String json) {
    assertEquals(json, computed(expression));
  }

  @Test
  void expressions_may_stand_anywhere_and_texts_stay_texts() {
    assertEquals(
        "{\"a\":[1,7,\" {% $n %}\"],\"b\":{\"c\":\"{%\"}}",
        evaluated("{\"a\":[1,\"{% $n %}\",\" {% $n %}\"],\"b\":{\"c\":\"{%\"}}"));
  }

  @Test
  void undefined_is_a_failure_that_tells_its_field() {
    var failure =
        assertThrows(
            EvaluationFailure.class, () -> evaluated("{\"a\":{\"b\":[\"{% $nothing %}\"]}}"));

    assertEquals("Output/a/b[0]", failure.field());
    assertEquals(
        "The JSONata expression '$nothing' specified for the field 'Output/a/b[0]' returned nothing"
            + " (undefined).",
        failure.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$sum | returned an unsupported result type.",
        "[$sum] | returned an unsupported result type.",
        "$n + 'x' | threw an error during evaluation. T2002: The right side of the \"+\" operator"
            + " must evaluate to a number",
        "$error('no') | threw an error during evaluation. D3137: no",
        "$eval('1') | threw an error during evaluation. $eval is not supported in state machines",
        "$hash('x', 'CRC') | threw an error during evaluation. $hash needs one of the algorithms"
            + " MD5, SHA-1, SHA-256, SHA-384, SHA-512",
        "$range(1, 5000, 1) | threw an error during evaluation. $range gives 1000 items at most",
      })
  void what_cannot_be_evaluated_is_a_failure(String expression, String outcome) {
    assertEquals(
        "The JSONata expression '%s' specified for the field 'Output' %s"
            .formatted(expression, outcome),
        failure(expression));
  }

  @Test
  void an_endless_expression_ends() {
    assertEquals(
        true,
        failure("($f := function($x){$f($x)}; $f(1))")
            .contains("threw an error during evaluation"));
    assertEquals(
        true,
        failure("($f := function($x){1 + $f($x)}; $f(1))")
            .contains("threw an error during evaluation"));
  }

  @Test
  void what_is_no_jsonata_is_told_when_it_is_read() {
    List<String> problems = new ArrayList<>();

    Template.read(
        Values.read("{\"a\":[\"{% ( %}\"]}"),
        "Output",
        (field, message) -> problems.add(field + ": " + message));

    assertEquals(List.of("Output/a[0]: S0203: Expected \")\" before end of expression"), problems);
  }
}
