package dev.switchboard.functions.outreach;

import static dev.switchboard.functions.http.Calls.json;
import static dev.switchboard.functions.http.Problems.bytes;
import static dev.switchboard.functions.http.Problems.finding;
import static dev.switchboard.functions.http.Problems.invalid;
import static dev.switchboard.functions.http.Problems.problem;
import static dev.switchboard.functions.http.Problems.unreadable;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is not an order at all.
class BadBodiesTest {

  static Stream<Arguments> faults() {
    var limits =
        "The body nests deeper than 32, or has a number of more than 100 or a name of more than"
            + " 200 characters, at line 1, column ";
    return Stream.of(
        Arguments.of("", "The body is empty; JSON is wanted."),
        Arguments.of(" \n", "The body is empty; JSON is wanted."),
        Arguments.of("{'goal':", "The body ends too early, at line 1, column 9."),
        Arguments.of("[\n secret]", "The body is not JSON, at line 2, column 8."),
        Arguments.of(
            "{'a':1,'a':2}", "The body has a name twice in one object, at line 1, column 11."),
        Arguments.of("[] []", "The body has something after its end, at line 1, column 5."),
        Arguments.of("[".repeat(33), limits + "34."),
        Arguments.of("{'a':".repeat(40), limits + "162."),
        Arguments.of("[1" + "0".repeat(200) + "]", limits + "203."),
        Arguments.of("{'" + "n".repeat(201) + "':1}", limits + "205."),
        Arguments.of("[1e99999999999]", limits + "15."),
        Arguments.of("[NaN]", "The body is not JSON, at line 1, column 5."),
        Arguments.of("{a:1}", "The body is not JSON, at line 1, column 3."));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void what_is_not_json_is_told_with_line_and_column(String body, String detail) {
    assertEquals(
        unreadable(detail),
        Orders.problem("application/json", body.replace('\'', '"').getBytes(UTF_8), Map.of()));
  }

  @Test
  void what_is_not_utf_8_is_told() {
    var expected = unreadable("The body is not UTF-8.");

    assertEquals(
        expected, Orders.problem("application/json", "[\"é\"]".getBytes(ISO_8859_1), Map.of()));
    assertEquals(expected, Orders.problem("text/csv", "id\né".getBytes(ISO_8859_1), Map.of()));
  }

  static Stream<Arguments> types() {
    return Stream.of(
        Arguments.of("", "Send the body with content-type application/json or text/csv."),
        Arguments.of("text/plain", "Send the body with content-type application/json or text/csv."),
        Arguments.of("application/json; charset=latin1", "Send the body as UTF-8."));
  }

  @ParameterizedTest
  @MethodSource("types")
  void another_type_is_told(String type, String detail) {
    assertEquals(
        problem(415, "unsupported-type", "The body is of a type that is not read here", detail),
        Orders.problem(type, "[]".getBytes(UTF_8), Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "17", "\"text\""})
  void a_body_that_is_no_object_or_list_is_told(String body) {
    var goal =
        "is required: appointment, nurture or announcement; in the body beside `leads`, or as"
            + " ?goal= in the query";
    assertEquals(
        invalid(finding("", "must be an object", body), finding("?goal", goal)),
        Orders.problem("application/json", body.getBytes(UTF_8), Map.of()));
  }

  @Test
  void no_leads_or_too_many_are_told_in_each_shape() {
    var none = "must have 1 to 5000 leads, has none";
    var goal = Map.of("goal", "nurture");
    var many = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < 5_001; i++) many.addNull();
    var object = JsonNodeFactory.instance.objectNode().put("goal", "nurture");

    assertEquals(
        invalid(finding("/leads", none)),
        Orders.problem("application/json", bytes(object.set("leads", json("[]"))), Map.of()));
    assertEquals(
        invalid(finding("", none)), Orders.problem("application/json", "[]".getBytes(UTF_8), goal));
    assertEquals(
        invalid(finding("/leads", none)), Orders.problem("text/csv", "id\n".getBytes(UTF_8), goal));
    assertEquals(
        invalid(finding("/leads", "must have 1 to 5000 leads, has more")),
        Orders.problem("application/json", bytes(object.set("leads", many)), Map.of()));
    assertEquals(
        invalid(finding("", "must have 1 to 5000 leads, has more")),
        Orders.problem("application/json", bytes(many), goal));
    assertEquals(
        invalid(finding("/leads", "must have 1 to 5000 leads, has more")),
        Orders.problem("text/csv", ("id\n" + "a\n".repeat(5_001)).getBytes(UTF_8), goal));
  }

  @Test
  void of_many_findings_the_first_hundred_are_told_and_all_are_counted() {
    var leads = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < 4_000; i++) leads.addObject().put("id", "l" + i).put("score", 0);

    var problem = Orders.problem("application/json", bytes(leads), Map.of("goal", "nurture"));

    assertEquals("4000 findings; the first 100 are listed.", problem.get("detail").textValue());
    assertEquals(100, problem.get("errors").size());
  }
}
