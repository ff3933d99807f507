package dev.switchboard.local.http;

import static dev.switchboard.local.fixture.Running.event;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.local.fixture.Running;
import dev.switchboard.local.issuer.Person;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AuthorizerTest {

  private static Running running;

  @BeforeAll
  static void start() {
    running = Running.start();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void a_token_brings_its_claims_as_text() {
    var jwt = event(asManager("/things/1")).path("requestContext").path("authorizer").path("jwt");

    assertEquals("manager@acme", jwt.path("claims").path("sub").asText());
    assertEquals("acme", jwt.path("claims").path("owner").asText());
    assertEquals("[manager]", jwt.path("claims").path("roles").asText());
    assertTrue(jwt.path("claims").path("exp").isTextual());
    assertTrue(jwt.path("scopes").isNull());
  }

  @Test
  void nobody_enters_without_a_good_token() {
    var issuer = running.runtime().issuer();
    var manager = Person.named("manager").orElseThrow();
    var now = Instant.now();
    var hour = Duration.ofHours(1);
    var good = running.runtime().token("manager");
    try (var other = Running.start()) {
      for (var token :
          List.of(
              "",
              "nonsense",
              good.substring(0, good.lastIndexOf('.') + 1),
              good.substring(0, good.length() - 20) + "AAAAAAAAAAAAAAAAAAAA",
              unsigned(good),
              issuer.token(manager, now.minus(Duration.ofHours(2)), hour),
              issuer.token(manager, now.plus(hour), hour),
              other.runtime().token("manager"))) {
        var answer = with("/things/1", token);
        assertEquals(401, answer.statusCode(), token);
        assertEquals("{\"message\":\"Unauthorized\"}", answer.body());
      }
    }
    assertEquals(401, running.get("/things/1").statusCode());
    assertEquals(201, with("/things/1", good).statusCode());
  }

  private static String unsigned(String token) {
    var header =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
    return header + "." + token.split("\\.")[1] + ".";
  }

  @Test
  void a_scope_that_is_missing_forbids() {
    var answer = asManager("/scoped");

    assertEquals(403, answer.statusCode());
    assertEquals("{\"message\":\"Forbidden\"}", answer.body());
  }

  private static HttpResponse<String> asManager(String path) {
    return with(path, running.runtime().token("manager"));
  }

  private static HttpResponse<String> with(String path, String token) {
    return running.send(running.request(path).header("Authorization", "Bearer " + token));
  }
}
