package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.functions.Json;
import dev.switchboard.local.RuntimeOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// What an admin is told of everything the product depends on.
class HealthTest {

  private static final String PATH = "/health/dependencies";

  @Test
  void all_is_up_where_the_outbox_carries_every_channel() {
    try (var product = Product.start()) {
      var answer = product.get("admin", PATH);

      assertEquals(200, answer.status());
      assertEquals("up", answer.body().path("status").asText());
      assertEquals(
          Json.tree(
              """
              {"name": "voicemail", "kind": "channel", "status": "up", "provider": "outbox",
               "simulated": true, "findings": []}
              """),
          one(answer.body(), "channel", "voicemail"));
      assertEquals(
          Json.tree("{\"name\": \"decisions\", \"kind\": \"table\", \"status\": \"up\"}"),
          one(answer.body(), "table", "decisions"));
      assertEquals(
          Json.tree("{\"name\": \"events\", \"kind\": \"bus\", \"status\": \"up\"}"),
          one(answer.body(), "bus", "events"));
      assertEquals(
          queue("sends", "up", "{\"waiting\": 0, \"delayed\": 0, \"in_flight\": 0}", 0),
          one(answer.body(), "queue", "sends"));
    }
  }

  @Test
  void what_was_given_up_is_told() {
    try (var product = Product.start()) {
      var url = product.runtime().url() + "/000000000000/EventsDeadLetters";
      product.runtime().aws().queues().sendMessage(r -> r.queueUrl(url).messageBody("event"));

      var body = product.get("admin", PATH).body();

      assertEquals("degraded", body.path("status").asText());
      assertEquals(queue("events", "degraded", "{}", 1), one(body, "queue", "events"));
    }
  }

  @Test
  void a_vendor_that_hangs_is_told_as_that_in_time_and_the_others_are_not_held_up()
      throws IOException {
    try (var hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var product = Product.start(texts("http://127.0.0.1:" + hanging.getLocalPort()))) {
      var body = product.get("admin", PATH).body();

      for (var each : body.path("dependencies"))
        assertTrue(each.path("latency_ms").asInt() < 6_000, each.toString());
      assertEquals("no_answer", body.path("status").asText());
      var sms = (ObjectNode) one(body, "channel", "sms");
      assertEquals("no_answer", sms.remove("findings").path(0).path("result").asText());
      assertEquals(
          Json.tree(
              """
              {"name": "sms", "kind": "channel", "status": "no_answer", "provider": "twilio",
               "simulated": false, "breaker": {"state": "closed", "failures": 0},
               "backlog": {"waiting": 0}}
              """),
          sms);
      assertEquals("up", one(body, "channel", "email").path("status").asText());
      assertEquals("degraded", one(body, "webhooks", "webhooks").path("status").asText());
    }
  }

  private static RuntimeOptions texts(String url) {
    var settings = new HashMap<String, String>();
    settings.put("PUBLIC_URL", "${url}");
    settings.put("TWILIO_ACCOUNT_SID", "AC" + "0".repeat(32));
    settings.put("TWILIO_AUTH_TOKEN", "token");
    settings.put("TWILIO_FROM", "+15005550006");
    settings.put("TWILIO_BASE_URL", url);
    return RuntimeOptions.inMemory(Path.of("..", "template.yaml"))
        .withEnvironment(Map.copyOf(settings));
  }

  private static JsonNode queue(String name, String status, String backlog, int deadLetters) {
    var all = (ObjectNode) Json.tree(backlog);
    all.put("dead_letters", deadLetters);
    var queue = Json.MAPPER.createObjectNode();
    queue.put("name", name).put("kind", "queue").put("status", status);
    return queue.set("backlog", all);
  }

  /// One of them, without how long it took.
  private static JsonNode one(JsonNode body, String kind, String name) {
    var found =
        StreamSupport.stream(body.path("dependencies").spliterator(), false)
            .filter(it -> it.path("kind").asText().equals(kind))
            .filter(it -> it.path("name").asText().equals(name))
            .findFirst()
            .orElseThrow();
    assertTrue(found.path("latency_ms").canConvertToInt());
    return ((ObjectNode) found).without("latency_ms");
  }
}
