package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import dev.switchboard.functions.Json;
import dev.switchboard.local.issuer.Issuer;
import dev.switchboard.local.issuer.Issuer.ClaimNames;
import dev.switchboard.local.issuer.Person;
import dev.switchboard.local.product.Contract.Operation;
import dev.switchboard.local.product.Product.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every operation of the contract, asked by everybody there is.
class AuthorizationTest {

  private static final ClaimNames CLAIMS = new ClaimNames("owner", "roles");
  private static final Person ADMIN = Person.named("admin").orElseThrow();

  private static Product product;
  private static String execution;
  private static String contact;
  private static String send;
  private static String campaign;
  private static String contractor;

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
    contractor = Bidding.with(product, 2, 0, 0).contractors().getFirst().value();
    campaign =
        product
            .post("manager", "/api/campaigns", Bidding.CARD.formatted(6, 1))
            .body()
            .path("campaign_id")
            .asText();
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  private static Stream<Operation> guarded() {
    return Contract.operations().stream().filter(operation -> !operation.open());
  }

  @TestFactory
  Stream<DynamicTest> a_role_is_let_in_where_the_contract_names_it_and_nowhere_else() {
    return guarded()
        .flatMap(operation ->
            Person.ALL.stream()
                .filter(person -> person.owner().equals("acme"))
                .map(person ->
                    dynamicTest(operation + " as " + person.id(), () -> asked(operation, person))));
  }

  private static void asked(Operation operation, Person person) {
    var answer = ask(operation, product.runtime().issuer().token(person), "nothing-of-that0");

    if (operation.roles().stream().anyMatch(person.roles()::contains)) {
      assertFalse(List.of(401, 403).contains(answer.status()), answer.raw().body());
      assertTrue(answer.status() < 500, answer.raw().body());
    } else {
      assertEquals("403 /problems/not-allowed", told(answer));
    }
  }

  @TestFactory
  Stream<DynamicTest> what_is_no_good_token_opens_nothing() {
    return guarded().map(operation -> dynamicTest(operation.route(), () -> refused(operation)));
  }

  private static void refused(Operation operation) {
    assertAll(
        bad().entrySet().stream()
            .map(token ->
                () -> {
                  var answer = ask(operation, token.getValue(), execution);
                  assertEquals(401, answer.status(), token.getKey());
                  assertEquals(Json.tree("{\"message\":\"Unauthorized\"}"), answer.body());
                  assertTrue(answer.raw().headers().firstValue("www-authenticate").isPresent());
                }));
  }

  @TestFactory
  Stream<DynamicTest> a_token_without_owner_or_role_opens_nothing() {
    var nobody =
        Map.of(
            new Person("nobody", "", List.of("admin")), "403 /problems/no-owner",
            new Person("plain", "acme", List.of()), "403 /problems/not-allowed",
            new Person("root", "acme", List.of("root", "ADMIN")), "403 /problems/not-allowed");
    return guarded()
        .flatMap(operation ->
            nobody.entrySet().stream()
                .map(entry ->
                    dynamicTest(
                        operation + " as " + entry.getKey().id(),
                        () ->
                            assertEquals(
                                entry.getValue(),
                                told(
                                    ask(
                                        operation,
                                        product.runtime().issuer().token(entry.getKey()),
                                        execution))))));
  }

  @TestFactory
  Stream<DynamicTest> what_is_another_owners_is_not_there() {
    return guarded()
        .filter(operation -> operation.path().contains("{"))
        .map(operation ->
            dynamicTest(
                operation.route(),
                () ->
                    assertEquals(
                        "404 /problems/not-found",
                        told(ask(operation, product.runtime().token("globex-admin"), execution)))));
  }

  @Test
  void another_owners_lists_and_searches_are_empty() {
    var globex = "globex-admin";

    assertEquals(Json.tree("{\"executions\":[]}"), product.get(globex, "/api/smart-send").body());
    assertEquals(Json.tree("{\"campaigns\":[]}"), product.get(globex, "/api/campaigns").body());
    assertEquals(
        0, product.get(globex, "/api/campaigns/analytics").body().path("campaigns").asInt());
    assertEquals(0, product.get(globex, "/api/smart-send/analytics").body().path("leads").asInt());
    assertEquals(
        404, product.get(globex, "/api/smart-send/analytics?execution_id=" + execution).status());
    assertEquals(404, product.get(globex, "/api/contacts?email=ann@example.org").status());
    assertEquals(
        Json.tree("{}"), product.get(globex, "/api/smart-send/settings").body().path("sender"));
  }

  @Test
  void what_was_refused_changed_nothing() {
    assertEquals(
        "email", product.lead(execution, "ann").path("sends").path(0).path("channel").asText());
    assertEquals(
        Json.tree("[]"),
        product.get("admin", "/api/contacts/" + contact).body().path("suppressions"));
  }

  @TestFactory
  Stream<DynamicTest> open_operations_need_no_token() {
    return Contract.operations().stream()
        .filter(Operation::open)
        .map(operation ->
            dynamicTest(
                operation.route(),
                () -> assertFalse(List.of(401, 403).contains(ask(operation, "", "x").status()))));
  }

  private static Answer ask(Operation operation, String token, String id) {
    var path =
        operation
            .path()
            .replace("{execution_id}", id)
            .replace("{campaign_id}", id.equals(execution) ? campaign : id)
            .replace("{contractor_id}", id.equals(execution) ? contractor : id)
            .replace("{contact_id}", id.equals(execution) ? contact : id)
            .replace("{lead_id}", "ann")
            .replace("{send_id}", send)
            .replace("{token}", "x");
    var request = product.request("", path);
    if (!token.isEmpty()) request.header("authorization", "Bearer " + token);
    if (operation.body()) request.header("content-type", "application/json");
    var body = operation.body() ? body(operation, id) : "";
    return product.send(request.method(operation.method(), BodyPublishers.ofString(body)).build());
  }

  private static String body(Operation operation, String id) {
    return switch (operation.path()) {
      case "/api/leads/{lead_id}/outcomes" ->
          "{\"execution_id\": \"%s\", \"outcome\": \"responded\"}".formatted(id);
      case "/api/contacts/{contact_id}/consents" ->
          "{\"kind\": \"written\", \"source\": \"form\", \"at\": \"2026-03-02T10:00:00Z\"}";
      case "/api/smart-send/{execution_id}/sends/{send_id}/decide" -> "{\"outcome\": \"not_sent\"}";
      case "/api/campaigns/{campaign_id}" -> "{\"bids_needed\": 3}";
      case "/api/campaigns/{campaign_id}/escalate" -> "{\"stage\": \"emergency\"}";
      case "/api/campaigns/{campaign_id}/responses" ->
          "{\"contractor_id\": \"%s\", \"kind\": \"BID\"}".formatted(contractor);
      case "/api/contractors/{contractor_id}" -> "{\"capacity\": 3}";
      case "/api/contacts/{contact_id}/opt-out" -> "{\"source\": \"asked\"}";
      default -> "[]";
    };
  }

  private static String told(Answer answer) {
    return answer.status() + " " + answer.body().path("type").asText();
  }

  private static Map<String, String> bad() {
    var issuer = product.runtime().issuer();
    var url = product.runtime().url();
    var good = issuer.token(ADMIN);
    var now = Instant.now();
    var bad = new LinkedHashMap<String, String>();
    bad.put("none", "");
    bad.put("no token at all", "let-me-in");
    bad.put("expired", issuer.token(ADMIN, now.minusSeconds(7_200), Duration.ofHours(1)));
    bad.put("not yet valid", issuer.token(ADMIN, now.plusSeconds(3_600), Duration.ofHours(1)));
    bad.put("signed by another key", Issuer.of(Issuer.newKey(), url, CLAIMS).token(ADMIN));
    bad.put(
        "of another issuer",
        Issuer.of(Issuer.newKey(), "https://issuer.example.org", CLAIMS).token(ADMIN));
    bad.put("without a signature", part("{\"alg\":\"none\"}") + "." + good.split("\\.")[1] + ".");
    bad.put("with the signature cut off", good.substring(0, good.lastIndexOf('.') + 1));
    bad.put("with another owner written in", tampered(good));
    bad.put("signed with the public key as a secret", confused(good));
    return bad;
  }

  private static String tampered(String token) {
    var parts = token.split("\\.");
    var claims = (ObjectNode) Json.tree(text(parts[1]));
    claims.put("owner", "globex");
    return parts[0] + "." + part(claims.toString()) + "." + parts[2];
  }

  private static String confused(String token) {
    var keys = product.runtime().issuer().keys().toString().getBytes(StandardCharsets.UTF_8);
    try {
      var forged =
          new JWSObject(
              new JWSHeader(JWSAlgorithm.HS256), new Payload(text(token.split("\\.")[1])));
      forged.sign(new MACSigner(keys));
      return forged.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static String part(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
