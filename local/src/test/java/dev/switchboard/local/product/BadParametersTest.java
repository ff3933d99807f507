package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.local.product.Product.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A parameter or body that is not what a route takes is named in the answer.
class BadParametersTest {

  private static Product product;
  private static String execution;

  @BeforeAll
  static void start() {
    product = Product.start();
    execution = product.order("{\"goal\": \"nurture\", \"leads\": [{\"id\": \"a\"}]}");
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void a_parameter_that_health_does_not_know() {
    for (var asked : Map.of("", "/health", "admin", "/health/dependencies").entrySet())
      told(
          "?deep",
          "is not known here; known: none",
          product.get(asked.getKey(), asked.getValue() + "?deep=1"));
  }

  @Test
  void an_address_that_cannot_be() {
    told(
        "?phone",
        "phone is not a valid number: 555 (too short)",
        product.get("manager", "/api/contacts?phone=555"));
    told("?email", "email has no @: sarah", product.get("manager", "/api/contacts?email=sarah"));
  }

  @Test
  void forged_cursors() {
    var rule = "must be a cursor that this list gave";
    var leads = "/api/smart-send/" + execution + "/leads?cursor=";

    told(
        "?cursor",
        rule,
        product.get("user", "/api/smart-send?cursor=" + forged("executions", "x")));
    for (var position : List.of("x", "-1", "99999999999"))
      told(
          "?cursor",
          rule,
          product.get("user", leads + forged("leads:" + execution + ":all", position)));
  }

  @Test
  void a_body_where_none_is_asked() {
    var pause = "/api/smart-send/" + execution + "/pause";

    told(
        "/reason",
        "is not known here; known: none",
        product.post("manager", pause, "{\"reason\": \"lunch\"}"));
    assertEquals(400, product.post("manager", pause, "stop").status());
    assertEquals(202, product.post("manager", pause, "{}").status());
  }

  private static String forged(String list, String position) {
    var text = "1\n" + list + "\n" + position;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void told(String pointer, String rule, Answer answer) {
    assertEquals(400, answer.status(), answer.raw().body());
    var finding = answer.body().path("errors").path(0);
    assertEquals(
        List.of(pointer, rule),
        List.of(finding.path("pointer").asText(), finding.path("rule").asText()));
  }
}
