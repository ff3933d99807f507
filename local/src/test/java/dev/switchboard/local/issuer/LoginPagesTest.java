package dev.switchboard.local.issuer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.Base64URL;
import dev.switchboard.local.fixture.Running;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LoginPagesTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String BACK = "http://localhost:3000/back";

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
  void somebody_signs_in_by_code_and_proof_and_uses_the_token() throws NoSuchAlgorithmException {
    var verifier = "v".repeat(50);
    var digest =
        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
    var code = code("operator", Base64URL.encode(digest).toString());

    var grant = "grant_type=authorization_code&redirect_uri=" + encoded(BACK) + "&code=" + code;
    var token =
        Running.json(running.post("/issuer/token", FORM, grant + "&code_verifier=" + verifier))
            .path("access_token")
            .asText();

    var answer =
        running.send(running.request("/things/1").header("Authorization", "Bearer " + token));
    var claims =
        Running.event(answer).path("requestContext").path("authorizer").path("jwt").path("claims");
    assertEquals("operator@acme", claims.path("sub").asText());
    assertEquals(400, running.post("/issuer/token", FORM, grant).statusCode());
  }

  @Test
  void a_code_is_no_good_without_its_proof() {
    var code = code("admin", "something");
    var grant = "grant_type=authorization_code&redirect_uri=" + encoded(BACK) + "&code=" + code;

    assertEquals(
        400, running.post("/issuer/token", FORM, grant + "&code_verifier=guess").statusCode());
  }

  @Test
  void codes_go_to_loopback_addresses_only() {
    var elsewhere = encoded("http://evil.example/?http://localhost/");

    assertEquals(400, running.get("/issuer/authorize?redirect_uri=" + elsewhere).statusCode());
    assertEquals(
        400,
        running
            .post("/issuer/authorize", FORM, "person=admin&redirect_uri=" + elsewhere)
            .statusCode());
  }

  @Test
  void the_page_lists_everybody_and_escapes_what_it_was_given() {
    var page = running.get("/issuer?state=" + encoded("\"><script>")).body();

    for (var person : Person.ALL) assertTrue(page.contains("value=\"" + person.id() + "\""));
    assertTrue(page.contains("&quot;&gt;&lt;script&gt;"));
  }

  @Test
  void discovery_leads_to_the_keys() {
    var discovery = Running.json(running.get("/issuer/.well-known/openid-configuration"));
    var keys = Running.json(running.get("/issuer/.well-known/jwks.json")).path("keys");

    assertEquals(running.runtime().url() + "/issuer", discovery.path("issuer").asText());
    assertEquals("RSA", keys.path(0).path("kty").asText());
    assertTrue(keys.path(0).path("d").isMissingNode());
  }

  private static String code(String person, String challenge) {
    var form =
        "person=%s&state=s&redirect_uri=%s&code_challenge=%s"
            .formatted(person, encoded(BACK), challenge);
    var location =
        running
            .post("/issuer/authorize", FORM, form)
            .headers()
            .firstValue("location")
            .orElseThrow();
    assertTrue(location.startsWith(BACK + "?code=") && location.endsWith("&state=s"), location);
    return location.replaceFirst(".*code=([^&]*).*", "$1");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
