package dev.switchboard.functions.outreach;

import static dev.switchboard.functions.http.Calls.json;
import static dev.switchboard.functions.http.Problems.bytes;
import static dev.switchboard.functions.http.Problems.finding;
import static dev.switchboard.functions.http.Problems.invalid;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.switchboard.functions.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// One field wrong at a time, over all fields there are.
class BadFieldsTest {

  private static final String ORDER =
      """
      {'name':'n','goal':'nurture','message':'m','budget_per_lead':1,'budget_total':1,
       'urgent':true,'campaign':{'urgent':true},'timing':'immediate','dry_run':false,
       'messages':{'sms':{'text':'t'},'email':{'subject':'s','text':'t'}},
       'leads':[{'id':'0'},
         {'id':'1','name':'n','email':'e','phone':'p','score':5,'industry':'i','role':'r',
          'company':'c','source':'s','engagement':1,'has_whatsapp':true,'language':'en',
          'time_zone':'UTC','state':'FL',
          'consent':[{'channel':'sms','kind':'express','source':'s','at':'2026-01-01T00:00:00Z'}]}]}\
      """;

  /// One field a row: where, its rule, and values that break it.
  static Stream<Arguments> fields() throws IOException {
    try (var in = BadFieldsTest.class.getResourceAsStream("/orders/bad-fields.txt")) {
      var rows = new String(in.readAllBytes(), UTF_8).lines().filter(row -> !row.startsWith("#"));
      return rows
          .map(row -> List.of(row.split(" \\| ")))
          .map(row -> Arguments.of(row.get(0), row.get(1), row.subList(2, row.size())))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("fields")
  void a_wrong_value_is_told_with_its_place_its_rule_and_itself(
      String pointer, String rule, List<String> values) {
    for (var text : values) {
      var value = value(text);

      assertEquals(
          invalid(
              shown(value)
                  .map(told -> finding(pointer, rule, told))
                  .orElse(finding(pointer, rule))),
          Orders.problem("application/json", with(pointer, value), Map.of()),
          text);
    }
  }

  @Test
  void every_field_there_is_has_a_row() throws IOException {
    var known =
        Set.copyOf(
            pointers("", order()).filter(pointer -> !pointer.startsWith("/leads/0")).toList());

    assertEquals(
        Set.of(),
        known.stream().filter(pointer -> !rows().contains(pointer)).collect(Collectors.toSet()));
  }

  static Stream<Arguments> missing() {
    return Stream.of(
        Arguments.of("/leads", "is required: a list of 1 to 5000 leads"),
        Arguments.of(
            "/goal",
            "is required: appointment, nurture or announcement; in the body beside `leads`, or as"
                + " ?goal= in the query"),
        Arguments.of("/leads/1/id", "is required"),
        Arguments.of("/messages/sms/text", "is required"),
        Arguments.of("/leads/1/consent/0/kind", "is required: written or express"),
        Arguments.of("/leads/1/consent/0/source", "is required: where it was given"),
        Arguments.of("/leads/1/consent/0/at", "is required: when it was given"));
  }

  @ParameterizedTest
  @MethodSource("missing")
  void a_missing_field_is_told(String pointer, String rule) {
    var order = order();
    ((ObjectNode) order.at(pointer.substring(0, pointer.lastIndexOf('/'))))
        .remove(pointer.substring(pointer.lastIndexOf('/') + 1));

    assertEquals(
        invalid(finding(pointer, rule)),
        Orders.problem("application/json", bytes(order), Map.of()));
  }

  static Stream<Arguments> unknown() {
    var order =
        "goal, name, message, messages, budget_per_lead, budget_total, urgent, campaign, timing,"
            + " review, dry_run";
    var lead =
        "id, name, email, phone, score, industry, role, company, source, engagement, has_whatsapp,"
            + " hasWhatsApp, language, state, time_zone, consent";
    return Stream.of(
        Arguments.of("/budget", "leads, " + order),
        Arguments.of("/messages/fax", "voice_call, voicemail, sms, email"),
        Arguments.of("/messages/sms/subject", "text"),
        Arguments.of("/campaign/name", "urgent"),
        Arguments.of("/leads/1/e~1~0mail", lead),
        Arguments.of("/leads/1/consent/0/by", "kind, source, at, channel"));
  }

  @ParameterizedTest
  @MethodSource("unknown")
  void an_unknown_field_is_told_without_its_value(String pointer, String known) {
    var body = with(pointer, json("'a secret'"));

    assertEquals(
        invalid(finding(pointer, "is not known here; known: " + known)),
        Orders.problem("application/json", body, Map.of()));
  }

  @Test
  void what_is_in_body_and_query_and_what_the_query_does_not_know_is_told() {
    assertEquals(
        invalid(
            finding("?goal", "is in the body as well: keep one"),
            finding("?budget_total", "must be a number of dollars from 0 to 1000000", "'much'"),
            finding(
                "?colour",
                "is not known here; known: leads, goal, name, message, messages, budget_per_lead,"
                    + " budget_total, urgent, campaign, timing, review, dry_run")),
        Orders.problem(
            "application/json",
            "{\"goal\":\"nurture\",\"leads\":[{\"id\":\"1\"}]}".getBytes(UTF_8),
            Map.of("goal", "nurture", "budget_total", "much", "colour", "red")));
  }

  @Test
  void a_blank_text_for_a_channel_is_told() {
    assertEquals(
        invalid(finding("/messages/sms/text", "must not be blank", "' '")),
        Orders.problem("application/json", with("/messages/sms/text", json("' '")), Map.of()));
  }

  @Test
  void a_repeated_id_and_two_words_for_one_thing_are_told() {
    var body =
        "{'goal':'nurture','urgent':false,'timing':'immediate','leads':[{'id':'1'},"
            + "{'id':' 1','has_whatsapp':true,'hasWhatsApp':true}]}";

    assertEquals(
        invalid(
            finding("/leads/1/id", "must be unique: it is at /leads/0/id too", "' 1'"),
            finding("/leads/1/hasWhatsApp", "is there as has_whatsapp too: keep one", "true"),
            finding("/urgent", "must agree with campaign.urgent and timing", "false")),
        Orders.problem("application/json", body.replace('\'', '"').getBytes(UTF_8), Map.of()));
  }

  private static ObjectNode order() {
    return (ObjectNode) json(ORDER);
  }

  private static Set<String> rows() {
    try {
      return fields().map(row -> (String) row.get()[0]).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> pointers(String at, JsonNode node) {
    var below =
        switch (node) {
          case ObjectNode object ->
              object.properties().stream()
                  .flatMap(field -> pointers(at + "/" + field.getKey(), field.getValue()));
          case ArrayNode array ->
              IntStream.range(0, array.size())
                  .boxed()
                  .flatMap(index -> pointers(at + "/" + index, array.get(index)));
          case JsonNode _ -> Stream.<String>empty();
        };
    return at.isEmpty() ? below : Stream.concat(Stream.of(at), below);
  }

  private static JsonNode value(String text) {
    return text.startsWith("x*")
        ? TextNode.valueOf("x".repeat(Integer.parseInt(text.substring(2))))
        : json(text);
  }

  private static byte[] with(String pointer, JsonNode value) {
    var order = order();
    var cut = pointer.lastIndexOf('/');
    var name = pointer.substring(cut + 1).replace("~1", "/").replace("~0", "~");
    switch (order.at(pointer.substring(0, cut))) {
      case ObjectNode object -> object.set(name, value);
      case ArrayNode array -> array.set(Integer.parseInt(name), value);
      case JsonNode other -> throw new AssertionError(other);
    }
    return bytes(order);
  }

  /// The value as it is told, as JSON; empty for objects and lists.
  private static Optional<String> shown(JsonNode value) {
    if (value.isContainerNode()) return Optional.empty();
    var text = value.asText();
    if (value.isNumber() && text.matches(".*E\\+\\d{4,}")) return Optional.of("'" + text + "'");
    if (!value.isTextual()) return Optional.of(Json.text(value));
    var clean = text.replaceAll("[\\p{Cc}\\x{D800}]", "\uFFFD");
    return Optional.of("'" + clean.substring(0, Math.min(100, clean.length())) + "'");
  }
}
