package dev.switchboard.functions.http;

import static dev.switchboard.functions.http.Calls.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class BodyTest {

  @Test
  void plain_and_base64_bodies_are_the_same() {
    var plain = request(e -> e.put("isBase64Encoded", false).put("body", "{\"size\": 3}"));
    var encoded = request(_ -> {});

    assertEquals(json("{'size':3}"), plain.body(Body.COMMON).json());
    assertEquals(json("{'size':3}"), encoded.body(Body.COMMON).json());
    assertEquals(
        plain.fingerprint(plain.body(Body.COMMON)), encoded.fingerprint(encoded.body(Body.COMMON)));
  }

  @Test
  void a_body_may_be_as_large_as_its_limit_and_no_larger() {
    var full = request(e -> text(e, "x".repeat(Body.COMMON)));
    var larger = request(e -> text(e, "é".repeat(Body.COMMON / 2) + "x"));

    assertEquals(Body.COMMON, full.body(Body.COMMON).text().length());
    assertEquals(
        json(
            "{'type':'/problems/body-too-large','title':'The body is too large','status':413,"
                + "'detail':'The body has 65537 bytes; at most 65536 are taken here.',"
                + "'request_id':'r-1'}"),
        document(() -> larger.body(Body.COMMON)));
  }

  @Test
  void a_body_that_is_not_there_is_empty() {
    var none = request(e -> e.remove("body"));

    assertEquals(true, none.body(Body.COMMON).empty());
  }

  @Test
  void what_is_not_base64_or_has_half_a_character_is_unreadable() {
    assertEquals(
        unreadable("The body is not base64."),
        document(() -> request(e -> e.put("body", "%")).body(Body.COMMON)));
    assertEquals(
        unreadable("The body is not UTF-8."),
        document(() -> request(e -> text(e, "\uD800")).body(Body.COMMON)));
    assertEquals(
        unreadable("The body is not UTF-8."),
        document(() -> request(e -> bytes(e, new byte[] {(byte) 0xC3})).body(Body.COMMON).json()));
  }

  @Test
  void a_compressed_body_is_not_read() {
    assertEquals(
        json(
            "{'type':'/problems/unsupported-type',"
                + "'title':'The body is of a type that is not read here','status':415,"
                + "'detail':'Send the body without content-encoding.','request_id':'r-1'}"),
        document(() -> request(e -> header(e, "Content-Encoding", "gzip")).body(Body.COMMON)));
  }

  @Test
  void a_byte_order_mark_is_passed_by() {
    assertEquals(json("[]"), request(e -> text(e, "\uFEFF[]")).body(Body.COMMON).json());
  }

  @Test
  void requests_differ_by_route_path_query_type_and_body() {
    var print = print(_ -> {});

    assertNotEquals(print, print(e -> e.put("routeKey", "GET /")));
    assertNotEquals(print, print(e -> e.put("rawPath", "/things/t-2")));
    assertNotEquals(print, print(e -> e.put("rawQueryString", "dry_run=true")));
    assertNotEquals(print, print(e -> header(e, "content-type", "text/csv")));
    assertNotEquals(print, print(e -> text(e, "{\"size\": 4}")));
  }

  @Test
  void a_key_is_up_to_255_visible_characters() {
    var longest = "k".repeat(255);

    assertEquals(
        Optional.of(new IdempotencyKey(longest)),
        request(e -> header(e, "idempotency-key", longest)).idempotencyKey());
    assertEquals(
        Optional.empty(),
        request(e -> ((ObjectNode) e.get("headers")).remove("idempotency-key")).idempotencyKey());
    for (var wrong : new String[] {"", "a b", "é", longest + "k"})
      assertEquals(
          json(
              "{'type':'/problems/invalid-parameter',"
                  + "'title':'A parameter or header breaks a rule','status':400,"
                  + "'detail':'One finding.','errors':[{'pointer':'Idempotency-Key:',"
                  + "'rule':'must be 1 to 255 visible ASCII characters'}],'request_id':'r-1'}"),
          document(() -> request(e -> header(e, "idempotency-key", wrong)).idempotencyKey()));
  }

  private static String print(Consumer<ObjectNode> change) {
    var request = request(change);
    return request.fingerprint(request.body(Body.COMMON));
  }

  private static Request request(Consumer<ObjectNode> change) {
    return new Request(Calls.event(change), new Claims("owner", "roles"), () -> 1_000);
  }

  private static JsonNode document(Executable refused) {
    return Calls.document(assertThrows(Refused.class, refused));
  }

  private static JsonNode unreadable(String detail) {
    return json(
        "{'type':'/problems/unreadable-body','title':'The body cannot be read','status':400,"
            + "'detail':'"
            + detail
            + "','request_id':'r-1'}");
  }

  private static void text(ObjectNode event, String body) {
    event.put("isBase64Encoded", false).put("body", body);
  }

  private static void bytes(ObjectNode event, byte[] body) {
    event.put("isBase64Encoded", true).put("body", Base64.getEncoder().encodeToString(body));
  }

  private static void header(ObjectNode event, String name, String value) {
    ((ObjectNode) event.get("headers")).put(name, value);
  }
}
