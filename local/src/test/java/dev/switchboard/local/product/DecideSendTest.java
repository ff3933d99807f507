package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.functions.Json;
import dev.switchboard.local.product.Product.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a person decides of parked sends, of executions that were complete long ago.
class DecideSendTest {

  private static final List<String> LEADS =
      List.of("ann", "bob", "cat", "dan", "eve", "fay", "gil");

  private static final String UNCLEAR =
      """
      {"voicemail": [{"attempt": "unclear"}, {"attempt": "unclear"},
                     {"reports": [{"after": "PT40S", "state": "voicemail"}]}]}
      """;

  private static final Map<String, String> ORDERS = new HashMap<>();

  private static Product product;

  @BeforeAll
  static void start() {
    var scenario = new StringBuilder();
    for (var lead : LEADS) scenario.append("\"%s\": %s,".formatted(number(lead), UNCLEAR));
    product =
        Product.hasty("{" + scenario.substring(0, scenario.length() - 1) + "}", Product.MORNING);
    for (var lead : LEADS) orders(lead);
    product.advance(Duration.ofMinutes(80));
  }

  private static void orders(String lead) {
    ORDERS.put(
        lead,
        product.order(
            "nurture",
            "{\"id\": \"%s\", \"phone\": \"%s\", \"email\": \"%s@example.org\", \"score\": 6}"
                .formatted(lead, number(lead), lead)));
  }

  private static String number(String lead) {
    return "+1212555015" + LEADS.indexOf(lead);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  private static Answer decide(String person, String lead, String body) {
    return product.post(person, path(lead, mid(lead)), body);
  }

  private static String path(String lead, String send) {
    return "/api/smart-send/%s/sends/%s/decide".formatted(ORDERS.get(lead), send);
  }

  private static String mid(String lead) {
    return product.lead(ORDERS.get(lead), lead).path("sends").path(0).path("id").asText();
  }

  private static List<String> sends(String lead) {
    return product.sends(ORDERS.get(lead), lead);
  }

  @Test
  void what_never_left_goes_on_with_the_next_channel() {
    assertEquals(List.of("voicemail parked"), sends("ann"));
    assertEquals("completed", product.execution(ORDERS.get("ann")).path("status").asText());

    var answer =
        decide("operator", "ann", "{\"outcome\": \"not_sent\", \"note\": \"not in the log\"}");

    assertEquals(200, answer.status(), answer.raw().body());
    assertEquals("rejected", answer.body().path("state").asText());
    var decided = answer.body().path("decided");
    assertEquals(
        "not_sent operator@acme not in the log",
        "%s %s %s"
            .formatted(
                decided.path("outcome").asText(),
                decided.path("by").asText(),
                decided.path("note").asText()));
    assertEquals("running", product.execution(ORDERS.get("ann")).path("status").asText());
    product.advance(Duration.ofMinutes(20));
    assertEquals(
        List.of("voicemail rejected decided", "sms delivered", "email delivered"), sends("ann"));
    var execution = product.execution(ORDERS.get("ann"));
    assertEquals("completed", execution.path("status").asText());
    assertEquals(Json.tree("{\"delivered\":2,\"rejected\":1}"), execution.path("sends"));
  }

  @Test
  void what_arrived_is_counted() {
    assertEquals(200, decide("manager", "bob", "{\"outcome\": \"delivered\"}").status());

    var execution = product.execution(ORDERS.get("bob"));
    assertEquals(Json.tree("{\"voicemail\":1,\"planned\":1}"), execution.path("sends"));
    assertEquals("0.15", execution.path("actual_cost").asText());
    product.advance(Duration.ofMinutes(12));
    assertEquals(List.of("voicemail voicemail", "sms delivered"), sends("bob").subList(0, 2));
  }

  @Test
  void what_is_to_be_tried_once_more_leaves_through_the_gate() {
    var again = decide("manager", "cat", "{\"outcome\": \"send_again\"}");
    assertEquals("planned", again.body().path("state").asText());

    product.advance(Duration.ofMinutes(2));

    assertEquals("voicemail voicemail", sends("cat").getFirst());
    assertEquals(List.of("voicemail"), product.channels(number("cat")));
    assertEquals(List.of("unclear", "unclear", "accepted"), product.answers(number("cat")));
  }

  @Test
  void the_second_decision_is_a_conflict_that_names_the_first() {
    var body = "{\"outcome\": \"undelivered\"}";
    var first = decide("operator", "dan", body);
    assertEquals("no_answer", first.body().path("state").asText());

    var second = decide("manager", "dan", "{\"outcome\": \"delivered\"}");
    assertEquals(409, second.status());
    assertEquals(
        "operator@acme decided it at %s: undelivered."
            .formatted(first.body().path("decided").path("at").asText()),
        second.body().path("detail").asText());
    assertEquals(first.body(), decide("operator", "dan", body).body());
  }

  @Test
  void a_report_that_comes_meanwhile_counts_and_stands_against_a_decision() {
    report("eve", "voicemail");

    var answer = decide("operator", "eve", "{\"outcome\": \"not_sent\"}");

    assertEquals(409, answer.status());
    assertEquals("It is voicemail, not parked.", answer.body().path("detail").asText());
  }

  @Test
  void a_report_that_comes_after_a_decision_is_better_evidence() {
    var _ = decide("operator", "fay", "{\"outcome\": \"not_sent\"}");
    report("fay", "voicemail");

    assertEquals("voicemail voicemail", sends("fay").getFirst());
    var send = product.lead(ORDERS.get("fay"), "fay").path("sends").path(0);
    assertEquals("not_sent", send.path("decided").path("outcome").asText());
    assertEquals("reported", send.path("rule").asText());
  }

  /// As a provider's webhook hands it on.
  private static void report(String lead, String state) {
    var told =
        Map.of(
            "mid",
            mid(lead),
            "provider_id",
            "SM1",
            "state",
            state,
            "at",
            product.runtime().clock().instant().toString());
    var event = Map.of("Records", List.of(Map.of("messageId", "m-1", "body", Json.text(told))));
    product.runtime().call("ApplyReports", Json.text(event).getBytes(StandardCharsets.UTF_8));
    product.runtime().settle();
  }

  @Test
  void a_send_of_another_execution_or_owner_is_not_there() {
    var body = "{\"outcome\": \"not_sent\"}";

    assertEquals(404, product.post("manager", path("ann", mid("dan")), body).status());
    assertEquals(404, product.post("globex-admin", path("ann", mid("ann")), body).status());
  }

  @Test
  void of_a_cancelled_execution_nothing_is_sent_again() {
    try (var own = Product.hasty("{\"+12125550160\": " + UNCLEAR + "}", Product.MORNING)) {
      var id =
          own.order(
              "nurture",
              """
              {"id": "gus", "phone": "+12125550160", "score": 6},
              {"id": "late", "phone": "+18085550161", "score": 6}
              """);
      own.advance(Duration.ofMinutes(80));
      var _ = own.post("manager", "/api/smart-send/" + id + "/cancel", "{}");
      assertEquals(List.of("voicemail parked"), own.sends(id, "gus"));
      var send = own.lead(id, "gus").path("sends").path(0).path("id").asText();
      var path = "/api/smart-send/%s/sends/%s/decide".formatted(id, send);

      assertEquals(409, own.post("manager", path, "{\"outcome\": \"send_again\"}").status());
      assertEquals(200, own.post("manager", path, "{\"outcome\": \"not_sent\"}").status());
      own.advance(Duration.ofMinutes(5));
      assertEquals(List.of("voicemail rejected decided"), own.sends(id, "gus"));
    }
  }

  @Test
  void the_list_of_executions_counts_what_is_parked() {
    var parked = new TreeMap<String, Integer>();
    for (var execution : product.get("user", "/api/smart-send").body().path("executions"))
      parked.put(
          execution.path("execution_id").asText(), execution.path("sends").path("parked").asInt());

    assertEquals(1, parked.get(ORDERS.get("gil")));
  }
}
