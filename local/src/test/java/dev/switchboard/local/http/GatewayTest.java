package dev.switchboard.local.http;

import static dev.switchboard.local.fixture.Running.event;
import static dev.switchboard.local.fixture.Running.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.fixture.Running;
import dev.switchboard.local.fixture.Wiring;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayTest {

  private static final List<String> LOG = new CopyOnWriteArrayList<>();
  private static Running running;

  @BeforeAll
  static void start() {
    running = Running.start(Wiring.options(LOG));
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void an_event_has_path_query_headers_and_cookies_as_the_gateway_has_them() {
    var answer =
        running.send(
            running
                .request("/open?b=2&a=1&a=x%20y&empty")
                .header("X-Thing", "one")
                .header("X-Thing", "two")
                .header("Cookie", "c=1; d=2"));

    var event = event(answer);
    assertEquals(201, answer.statusCode());
    assertEquals("2.0", event.path("version").asText());
    assertEquals("ANY /open", event.path("routeKey").asText());
    assertEquals("/open", event.path("rawPath").asText());
    assertEquals("b=2&a=1&a=x%20y&empty", event.path("rawQueryString").asText());
    assertEquals(
        "{\"b\":\"2\",\"a\":\"1,x y\",\"empty\":\"\"}",
        event.path("queryStringParameters").toString());
    assertEquals("one,two", event.path("headers").path("x-thing").asText());
    assertEquals("[\"c=1\",\"d=2\"]", event.path("cookies").toString());
    assertTrue(event.path("headers").path("cookie").isMissingNode());
    assertEquals("GET", event.path("requestContext").path("http").path("method").asText());
    assertTrue(event.path("requestContext").path("authorizer").isMissingNode());
    assertTrue(event.path("body").isMissingNode());
    assertEquals("false", event.path("isBase64Encoded").asText());
  }

  @Test
  void cookies_of_an_answer_become_headers() {
    assertEquals(List.of("a=1", "b=2"), running.get("/open").headers().allValues("set-cookie"));
  }

  @Test
  void a_function_has_its_own_variables_over_the_common_ones() {
    var environment = json(running.get("/open")).path("environment");

    assertEquals("hello-there", environment.path("OWN").asText());
    assertEquals("NotesTable", environment.path("TABLE").asText());
    assertEquals("news", environment.path("BUS_NAME").asText());
    assertEquals(running.runtime().url(), environment.path("PUBLIC_URL").asText());
    assertEquals(
        running.runtime().url() + "/000000000000/WorkQueue",
        environment.path("QUEUE_URL").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, false",
    "application/json; charset=utf-8, false",
    "text/csv, false",
    "application/xml, false",
    "application/x-www-form-urlencoded, true",
    "application/problem+json, true",
    "application/octet-stream, true"
  })
  void only_text_bodies_arrive_as_text(String type, boolean encoded) {
    var event = event(running.post("/open", type, "a=1"));

    assertEquals(encoded ? "YT0x" : "a=1", event.path("body").asText());
    assertEquals(encoded, event.path("isBase64Encoded").asBoolean());
  }

  @Test
  void a_text_body_that_is_no_text_arrives_as_base64() {
    var request =
        running
            .request("/open")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {(byte) 0xff, 1}));

    assertEquals("/wE=", event(running.send(request)).path("body").asText());
  }

  @Test
  void the_most_specific_route_wins() {
    assertEquals("GET /things/special", routeKey("/things/special"));
    assertEquals("GET /things/{thing_id}", routeKey("/things/a%2Bb%20c"));
    assertEquals("a+b c", parameters("/things/a%2Bb%20c").path("thing_id").asText());
    assertEquals(
        "a/b", event(running.get("/files/a/b")).path("pathParameters").path("path").asText());
  }

  private static String routeKey(String path) {
    return event(asManager(path)).path("routeKey").asText();
  }

  private static JsonNode parameters(String path) {
    return event(asManager(path)).path("pathParameters");
  }

  private static HttpResponse<String> asManager(String path) {
    return with(path, running.runtime().token("manager"));
  }

  private static HttpResponse<String> with(String path, String token) {
    return running.send(running.request(path).header("Authorization", "Bearer " + token));
  }

  @ParameterizedTest
  @CsvSource({"/nowhere", "/open/", "/things", "/things/1/2", "/files"})
  void what_has_no_route_is_not_found(String path) {
    var answer = running.get(path);

    assertEquals(404, answer.statusCode());
    assertEquals("{\"message\":\"Not Found\"}", answer.body());
  }

  @ParameterizedTest
  @CsvSource({
    "throw, 500, Internal Server Error",
    "status, 500, Internal Server Error",
    "text, 500, Internal Server Error",
    "late, 503, Service Unavailable"
  })
  void a_function_that_fails_is_the_gateways_error(String how, int status, String message) {
    var answer = running.post("/fail/" + how, "text/plain", "");

    assertEquals(status, answer.statusCode());
    assertEquals("{\"message\":\"%s\"}".formatted(message), answer.body());
  }

  @Test
  void a_failure_is_one_line_without_its_message() {
    LOG.clear();

    running.post("/fail/throw", "text/plain", "");

    assertEquals(1, LOG.size());
    assertTrue(
        LOG.getFirst()
            .startsWith("Fail failed: java.lang.IllegalStateException at dev.switchboard."),
        LOG.getFirst());
  }

  @Test
  void an_answer_without_a_status_is_the_body() {
    var answer = running.post("/fail/plain", "text/plain", "");

    assertEquals("200 {\"a\":1}", answer.statusCode() + " " + answer.body());
    assertEquals("application/json", answer.headers().firstValue("content-type").orElse(""));
  }

  @Test
  void a_binary_answer_is_decoded() {
    assertEquals("\0\1\2", running.post("/fail/binary", "text/plain", "").body());
  }

  @Test
  void an_answer_may_be_empty() {
    assertEquals(204, running.post("/fail/empty", "text/plain", "").statusCode());
  }

  @Test
  void a_body_over_ten_megabytes_is_too_large() {
    var answer = running.post("/open", "text/plain", "x".repeat(10 * 1024 * 1024 + 1));

    assertEquals(413, answer.statusCode());
    assertEquals("{\"message\":\"Request Entity Too Large\"}", answer.body());
  }

  @Test
  void a_preflight_is_answered_by_the_gateway() {
    var answer =
        running.send(
            running
                .request("/things/1")
                .header("Origin", "http://localhost:3000")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

    assertEquals(204, answer.statusCode());
    assertEquals(
        "http://localhost:3000",
        answer.headers().firstValue("access-control-allow-origin").orElse(""));
    assertEquals(
        "GET,POST", answer.headers().firstValue("access-control-allow-methods").orElse(""));
  }

  @Test
  void another_origin_sees_nothing() {
    var answer = running.send(running.request("/open").header("Origin", "http://evil.example"));

    assertTrue(answer.headers().firstValue("access-control-allow-origin").isEmpty());
  }

  @Test
  void a_request_to_another_host_name_is_forbidden() throws IOException {
    assertTrue(raw("GET /open HTTP/1.1\r\nHost: evil.example\r\n").startsWith("HTTP/1.1 403"));
    assertTrue(raw("GET /open HTTP/1.1\r\nHost: localhost\r\n").startsWith("HTTP/1.1 201"));
    assertTrue(raw("GET /open?a=%zz HTTP/1.1\r\nHost: localhost\r\n").startsWith("HTTP/1.1 400"));
  }

  private static String raw(String head) throws IOException {
    try (var socket =
        new Socket(
            InetAddress.ofLiteral("127.0.0.1"), URI.create(running.runtime().url()).getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
