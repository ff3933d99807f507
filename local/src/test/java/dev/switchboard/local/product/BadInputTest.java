package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import dev.switchboard.local.product.Contract.Operation;
import dev.switchboard.local.product.Product.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What is wrong with a request is told, with its place and its rule: never a 5xx, never a default
/// that nobody asked for. What is wrong with the leads of an order, other tests tell.
class BadInputTest {

  private static final String JSON = "application/json";
  private static final List<Row> ROWS = rows();

  private static Product product;
  private static String execution;
  private static String contact;
  private static String send;
  private static String campaign;
  private static String contractor;

  /// A line of `bad-input.txt`, under its route.
  private record Row(String route, String request, String expected) {

    boolean about(String field) {
      return (" " + expected + " ").contains(" " + field + " ");
    }
  }

  @BeforeAll
  static void start() {
    product = Product.start();
    product.settings();
    execution =
        product.order(
            """
            {"goal": "nurture", "leads": [{"id": "ann", "email": "ann@example.org", "score": 3}]}
            """);
    contact = product.lead(execution, "ann").path("contact_id").asText();
    send = product.lead(execution, "ann").path("sends").path(0).path("id").asText();
    var bidding = Bidding.with(product, 2, 0, 0);
    contractor = bidding.contractors().getFirst().value();
    campaign = bidding.campaign(6, 1);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void every_field_and_parameter_has_a_row() {
    var missing = new TreeSet<String>();
    for (var operation : Contract.operations())
      for (var field : operation.fields())
        if (ROWS.stream()
            .noneMatch(row -> row.route().equals(operation.route()) && row.about(field)))
          missing.add(operation.route() + " " + field);

    assertEquals(Set.of(), missing);
  }

  @TestFactory
  Stream<DynamicTest> every_fault_is_told_with_its_place() {
    return ROWS.stream()
        .map(row -> dynamicTest(row.route() + " " + row.request(), () -> check(row)));
  }

  private static void check(Row row) {
    var told = told(answer(row));
    if (row.expected().endsWith("*"))
      assertTrue(told.startsWith(row.expected().replace("*", "")), told);
    else assertEquals(row.expected(), told);
  }

  private static Answer answer(Row row) {
    var method = row.route().split(" ")[0];
    var path = row.route().split(" ")[1];
    var rest = row.request().replace("$execution", execution).replace("$long", "x".repeat(2_001));
    if (rest.startsWith("/")) {
      path = rest.split(" ", 2)[0];
      rest = rest.substring(path.length()).strip();
    }
    if (rest.startsWith("?")) {
      var query = rest.split(" ", 2)[0];
      path += query;
      rest = rest.substring(query.length()).strip();
    }
    return rest.startsWith("csv ")
        ? call(method, path, "text/csv", utf8(rest.substring(4).replace("\\n", "\n")))
        : call(method, path, JSON, utf8(rest));
  }

  private static Answer call(String method, String path, String type, byte[] body) {
    var request = product.request("admin", filled(path)).header("content-type", type);
    return product.send(request.method(method, BodyPublishers.ofByteArray(body)).build());
  }

  private static String filled(String path) {
    return path.replace("{execution_id}", execution)
        .replace("{campaign_id}", campaign)
        .replace("{contractor_id}", contractor)
        .replace("{contact_id}", contact)
        .replace("{lead_id}", "ann")
        .replace("{send_id}", send)
        .replace("{token}", "x");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// `400 invalid-body /goal must be one of …`, as far as there is such a thing.
  private static String told(Answer answer) {
    if (answer.raw().headers().firstValue("content-type").orElse("").startsWith("text/html"))
      return answer.status() + " page";
    var faults = new ArrayList<String>();
    for (var fault : answer.body().path("errors")) faults.add(fault(fault));
    for (var refused : answer.body().path("refused"))
      for (var fault : refused.path("errors")) faults.add(fault(fault));
    return Stream.of(
            Integer.toString(answer.status()),
            answer.body().path("type").asText().replace("/problems/", ""),
            String.join(" & ", faults))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String fault(JsonNode fault) {
    return (fault.path("pointer").asText() + " " + fault.path("rule").asText()).strip();
  }

  /// A body that is no JSON object of ours, whatever the operation.
  private record Fault(String name, String type, String body, String expected) {

    /// In Latin-1, which tells itself from UTF-8 by the one letter that is not ASCII.
    byte[] bytes() {
      return body.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  private static final List<Fault> FAULTS =
      List.of(
          new Fault("none", JSON, "", "400 unreadable-body"),
          new Fault("not JSON", JSON, "{\"goal\": nurture}", "400 unreadable-body"),
          new Fault("cut off", JSON, "{\"goal\": \"nurture\"", "400 unreadable-body"),
          new Fault("two values", JSON, "{} {}", "400 unreadable-body"),
          new Fault("a key twice", JSON, "{\"a\": 1, \"a\": 1}", "400 unreadable-body"),
          new Fault("not a number", JSON, "{\"a\": NaN}", "400 unreadable-body"),
          new Fault("deep", JSON, "[".repeat(2_000), "400 unreadable-body"),
          new Fault("Latin-1", JSON, "\"\u00e9\"", "400 unreadable-body"),
          new Fault("text", "text/plain", "{}", "415 unsupported-type"),
          new Fault("UTF-16", JSON + "; charset=utf-16", "{}", "415 unsupported-type"));

  @TestFactory
  Stream<DynamicTest> a_body_that_is_none_is_told() {
    return Contract.operations().stream()
        .filter(it -> it.body() && !it.open())
        .flatMap(it -> FAULTS.stream().map(fault -> refused(it, fault)));
  }

  private static DynamicTest refused(Operation operation, Fault fault) {
    return dynamicTest(
        operation + " " + fault.name(),
        () ->
            assertEquals(
                fault.expected(),
                told(call(operation.method(), operation.path(), fault.type(), fault.bytes()))));
  }

  @Test
  void a_body_may_have_64_kibibytes_and_one_of_leads_four_mebibytes() {
    var mebibytes = utf8("{\"goal\": \"" + "x".repeat(5 << 20) + "\"}");
    var beyond = utf8("{\"goal\": \"" + "x".repeat(11 << 20) + "\"}");
    for (var operation : Contract.operations())
      if (operation.body() && !operation.open()) {
        var most =
            operation.path().endsWith("smart-send") || operation.path().endsWith("import")
                ? mebibytes
                : new byte[(64 << 10) + 1];
        assertEquals(
            "413 body-too-large",
            told(call(operation.method(), operation.path(), JSON, most)),
            operation.toString());
      }
    var answer = call("POST", "/api/smart-send", JSON, beyond);
    assertEquals(413, answer.status());
    assertEquals(Json.tree("{\"message\":\"Request Entity Too Large\"}"), answer.body());
  }

  @TestFactory
  Stream<DynamicTest> an_id_that_is_none_is_not_there() {
    return Contract.operations().stream()
        .filter(it -> it.path().contains("_id}") && !it.path().contains("{lead_id}"))
        .flatMap(it ->
            Stream.of("x", "%20", "a'b", "nothing-of-that0", "%F0%9F%99%82", "x".repeat(400))
                .map(id -> dynamicTest(it + " " + id, () -> notThere(it, id))));
  }

  private static void notThere(Operation operation, String id) {
    var path = filled(operation.path().replaceFirst("\\{[a-z_]+}", id));
    var answer = call(operation.method(), path, JSON, utf8(good(operation)));
    assertEquals("404 not-found", told(answer), answer.raw().body());
  }

  private static String good(Operation operation) {
    if (!operation.body()) return "";
    if (operation.path().endsWith("opt-out")) return "{\"source\": \"asked\"}";
    if (operation.path().endsWith("outcomes"))
      return "{\"execution_id\": \"%s\", \"outcome\": \"responded\"}".formatted(execution);
    if (operation.path().endsWith("decide")) return "{\"outcome\": \"not_sent\"}";
    if (operation.path().endsWith("smart-send"))
      return "{\"goal\": \"nurture\", \"leads\": [{\"id\": \"a\"}]}";
    if (operation.path().endsWith("import")) return "{\"contractors\": [{}]}";
    if (operation.path().endsWith("{contractor_id}")) return "{\"capacity\": 2}";
    if (operation.path().endsWith("{campaign_id}")) return "{\"bids_needed\": 2}";
    if (operation.path().endsWith("escalate")) return "{\"stage\": \"emergency\"}";
    if (operation.path().endsWith("responses"))
      return "{\"contractor_id\": \"%s\", \"kind\": \"BID\"}".formatted(contractor);
    if (operation.path().endsWith("campaigns")) return Bidding.CARD.formatted(6, 1);
    return "{\"kind\": \"written\", \"source\": \"form\", \"at\": \"2026-03-02T10:00:00Z\"}";
  }

  @TestFactory
  Stream<DynamicTest> a_key_that_is_none_is_told() {
    return Contract.operations().stream()
        .filter(Operation::keyed)
        .flatMap(it ->
            Stream.of("with blank", "x".repeat(256))
                .map(key -> dynamicTest(it + " " + key, () -> keyed(it, key))));
  }

  private static void keyed(Operation operation, String key) {
    var request = product.request("admin", filled(operation.path())).header("idempotency-key", key);
    if (operation.body()) request.header("content-type", JSON);
    var body = BodyPublishers.ofString(good(operation));
    assertEquals(
        "400 invalid-parameter Idempotency-Key: must be 1 to 255 visible ASCII characters",
        told(product.send(request.method(operation.method(), body).build())));
  }

  private static List<Row> rows() {
    var rows = new ArrayList<Row>();
    var route = "";
    for (var line : table().lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) continue;
      var parts = line.strip().split(" => ", 2);
      if (line.startsWith("  ")) rows.add(new Row(route, parts[0], parts[1]));
      else route = line;
    }
    return rows;
  }

  private static String table() {
    try (var table = BadInputTest.class.getResourceAsStream("/bad-input.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
