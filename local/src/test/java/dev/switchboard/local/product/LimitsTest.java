package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What keeps a send from leaving: hours, budget, frequency cap, an opt-out elsewhere.
class LimitsTest {

  private static final String SCENARIO =
      """
      {
        "+12125550117": {
          "voice_call": [{"reports": [{"after": "PT20S", "state": "no_answer"}]}]}
      }
      """;

  private static Product product;

  @BeforeAll
  static void start() {
    product = Product.hasty(SCENARIO, Product.MORNING);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @AfterEach
  void nobody_was_asked_twice_for_a_step() {
    assertEquals(Map.of(), product.twice());
  }

  @Test
  void what_comes_at_night_leaves_in_the_minute_the_window_opens() {
    try (var early = Product.hasty(SCENARIO, Instant.parse("2026-11-23T17:55:00Z"))) {
      var id =
          early.order(
              """
              {"goal": "nurture", "leads": [{"id": "nia", "phone": "+18085550120", "score": 2}]}
              """);
      var lead = early.lead(id, "nia");
      assertEquals("held", lead.path("status").asText());
      assertEquals("2026-11-23T18:00:00Z", lead.path("due").path("at").asText(), "8:00, Honolulu");
      var due = Instant.parse(lead.path("due").path("at").asText());

      early.runtime().moves().set(due.minusSeconds(2));
      early.runtime().settle();
      assertEquals(List.of(), early.sentTo("+18085550120"));

      early.advance(Duration.ofMinutes(1));
      var at = Instant.parse(early.sentTo("+18085550120").getFirst().path("at").asText());
      assertTrue(!at.isBefore(due) && at.isBefore(due.plusSeconds(60)), due + " " + at);
    }
  }

  @Test
  void the_budget_of_a_lead_ends_its_chain() {
    var id =
        product.order(
            """
            {"goal": "appointment", "budget_per_lead": 1.00, "leads": [
              {"id": "max", "phone": "+12125550117", "email": "max@example.org", "score": 9}]}
            """);

    product.advance(Duration.ofMinutes(15));

    assertEquals(List.of("voice_call"), product.channels("+12125550117"));
    assertEquals(List.of(), product.channels("max@example.org"));
    assertEquals("completed", product.execution(id).path("status").asText());
  }

  @Test
  void the_frequency_cap_holds_across_orders_and_leads_are_one_contact() {
    var mail = "{\"id\": \"%s\", \"email\": \"joy@example.org\"}";
    var first = Instant.EPOCH;
    var contacts = new HashSet<String>();
    for (int order = 1; order <= 3; order++) {
      var id = product.order("nurture", mail.formatted("joy" + order));
      if (order == 1)
        first = Instant.parse(product.sentTo("joy@example.org").getFirst().path("at").asText());
      contacts.add(product.lead(id, "joy" + order).path("contact_id").asText());
      product.advance(Duration.ofMinutes(3));
      assertEquals(List.of("email delivered"), product.sends(id, "joy" + order));
    }

    var fourth = product.order("nurture", mail.formatted("joy4"));
    contacts.add(product.lead(fourth, "joy4").path("contact_id").asText());

    assertEquals(1, contacts.size());
    assertEquals(List.of("email held frequency-cap"), product.sends(fourth, "joy4"));
    var due = product.lead(fourth, "joy4").path("sends").get(0).path("due_at").asText();
    var off = Duration.between(first.plus(Duration.ofHours(1)), Instant.parse(due));
    assertTrue(off.abs().toSeconds() < 5, due);
    product.advance(Duration.ofHours(1));
    assertEquals(List.of("email delivered"), product.sends(fourth, "joy4"));
  }

  @Test
  void an_opt_out_in_one_order_withdraws_what_waits_in_another() {
    var lead =
        "{\"id\": \"kim\", \"phone\": \"+12125550121\", \"email\": \"kim@example.org\", \"score\":"
            + " 6}";
    var first = product.order("nurture", lead);
    product.advance(Duration.ofMinutes(3));
    var second = product.order("announcement", lead);
    product.advance(Duration.ofMinutes(3));
    var contact = product.lead(first, "kim").path("contact_id").asText();

    var answer =
        product.post(
            "operator",
            "/api/contacts/" + contact + "/opt-out",
            "{\"source\": \"asked on the phone\"}");
    product.runtime().settle();

    assertEquals(202, answer.status());
    assertEquals(
        List.of("voicemail voicemail", "sms suppressed optout-all"), product.sends(first, "kim"));
    assertEquals(
        List.of("voicemail voicemail", "sms suppressed optout-all"), product.sends(second, "kim"));
  }
}
