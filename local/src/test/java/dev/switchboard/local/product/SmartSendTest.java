package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SmartSendTest {

  private static final String ORDER =
      """
      {"goal": "appointment", "leads": [
        {"id": "sarah", "name": "Sarah Lee", "phone": "+12125550101", "email": "sarah@example.org", "score": 9},
        {"id": "john", "name": "John Ray", "phone": "+12125550102", "email": "john@example.org", "score": 6},
        {"id": "bob", "email": "bob@example.org", "score": 3},
        {"id": "generic", "email": "info@example.org"}
      ]}
      """;

  @Test
  void four_leads_go_the_way_that_their_scores_say() {
    try (var product = Product.start()) {
      product.settings();

      var answer = product.post("manager", "/api/smart-send", ORDER);

      assertEquals(202, answer.status(), answer.raw().body());
      assertEquals(
          List.of(
              "sarah voice_call [\"voicemail\",\"sms\",\"email\"] 0.75",
              "john voicemail [\"sms\",\"email\"] 0.15",
              "bob email [] 0.02",
              "generic email [] 0.02"),
          StreamSupport.stream(answer.body().path("leads").spliterator(), false)
              .map(lead ->
                  "%s %s %s %s"
                      .formatted(
                          lead.path("id").asText(),
                          lead.path("primary_channel").asText(),
                          lead.path("fallbacks"),
                          lead.path("estimated_cost")))
              .toList());
    }
  }

  @Test
  void an_execution_is_completed_when_every_chain_has_ended() {
    try (var product = Product.start()) {
      product.settings();
      var id =
          product.post("manager", "/api/smart-send", ORDER).body().path("execution_id").asText();

      product.advance(Duration.ofDays(4));

      var execution = product.get("manager", "/api/smart-send/" + id).body();
      assertEquals("completed", execution.path("status").asText());
      assertEquals(
          "{\"answered\":1,\"delivered\":4,\"voicemail\":1}", execution.path("sends").toString());
    }
  }
}
