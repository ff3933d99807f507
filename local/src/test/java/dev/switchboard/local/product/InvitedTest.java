package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What invited contractors say, and what is kept of it.
class InvitedTest {

  @Test
  void what_came_of_a_campaign_changes_what_the_next_one_expects() {
    try (var bidding = Bidding.start(8, 0, 0)) {
      var before = bidding.rate();
      var campaign = bidding.campaign(6, 2);
      var invited = bidding.standings(campaign).size();
      for (int number = 0; number < invited; number++) bidding.answer(campaign, number, "DECLINE");
      bidding.steer(campaign, "finish");

      assertEquals(0.9, before);
      // 18 of the prior's 20 bids, and so many refusals more.
      assertEquals(
          18.0
              / (20
                  + bidding.standings(campaign).stream()
                      .filter(it -> it.endsWith("declined"))
                      .count()),
          bidding.rate(),
          0.0001);
    }
  }

  @Test
  void who_cannot_be_invited_is_counted_by_the_reason() {
    try (var bidding = Bidding.start(3, 0, 0)) {
      var product = bidding.product();
      var first = "/api/contractors/" + bidding.contractors().getFirst();
      product.patch("manager", first, "{\"licensed_until\": \"2026-11-22\"}");
      var second = "/api/contacts/" + bidding.contractors().get(1);
      product.post("manager", second + "/opt-out", "{\"source\": \"telephone\"}");
      var third = "/api/contractors/" + bidding.contractors().getLast();
      product.patch("manager", third, "{\"capacity\": 1}");
      bidding.campaign(6, 1);

      assertEquals(Map.of("busy", 1, "lapsed", 1, "optout-all", 1), leftOut(bidding));
      var detail = bidding.create(6, 1).body().path("detail").asText();
      assertTrue(detail.endsWith("is available; left out: 1 busy, 1 lapsed, 1 optout-all"), detail);
    }
  }

  private static Map<String, Integer> leftOut(Bidding bidding) {
    var told = new TreeMap<String, Integer>();
    bidding
        .available()
        .path("left_out")
        .properties()
        .forEach(it -> told.put(it.getKey(), it.getValue().asInt()));
    return told;
  }

  @Test
  void who_is_erased_is_out_of_directory_and_campaigns() {
    try (var bidding = Bidding.start(8, 12, 0)) {
      var campaign = bidding.campaign(6, 4);
      var contractor = bidding.contractors().getFirst();
      bidding
          .product()
          .post(
              "manager",
              "/api/campaigns/" + campaign + "/responses",
              "{\"contractor_id\": \"%s\", \"kind\": \"QUESTION\", \"note\": \"Call Ada\"}"
                  .formatted(contractor));
      bidding.advance(2);
      var export = bidding.product().get("admin", "/api/contacts/" + contractor + "/export");
      assertTrue(export.raw().body().contains("bid wanted by"), export.raw().body());

      bidding.product().delete("admin", "/api/contacts/" + contractor);
      bidding.advance(1);
      assertEquals(404, bidding.product().get("user", "/api/contractors/" + contractor).status());
      var shown = bidding.shown(campaign);
      assertEquals("QUESTION", shown.path("responses").path(0).path("kind").asText());
      assertFalse(shown.path("responses").path(0).has("note"));
      var after = bidding.product().get("admin", "/api/contacts/" + contractor + "/export");
      assertFalse(after.raw().body().contains("bid wanted by"), after.raw().body());
    }
  }

  @Test
  void a_texted_yes_is_a_bid_and_a_texted_no_a_refusal() {
    var scenario =
        """
        {"%s": {"sms": [{"reports": [], "reply": {"after": "PT5M", "text": "Yes $1,250"}}]},
         "%s": {"sms": [{"reports": [], "reply": {"after": "PT6M", "text": "no."}}]},
         "%s": {"sms": [{"reports": [], "reply": {"after": "PT7M", "text": "Which street?"}}]}}
        """
            .formatted(Bidding.phone(0), Bidding.phone(1), Bidding.phone(2));
    try (var bidding = Bidding.start(scenario, 8, 12, 0)) {
      var campaign = bidding.campaign(6, 4);
      bidding.advance(10);

      assertEquals(
          List.of("0 bid", "1 declined", "2 asked"), bidding.standings(campaign).subList(0, 3));
      var bid = bidding.shown(campaign).path("responses").path(0);
      assertEquals(1250, bid.path("amount").asInt());
      assertEquals("sms", bid.path("by").asText());
    }
  }

  @Test
  void an_invitation_that_reaches_nobody_lowers_the_forecast() {
    var scenario =
        """
        {"%s": {"sms": [{"reports": [{"after": "PT5S", "state": "undelivered"}]}]}}
        """
            .formatted(Bidding.phone(0));
    try (var bidding = Bidding.start(scenario, 8, 12, 0)) {
      var campaign = bidding.campaign(6, 4);
      bidding.advance(5);

      assertEquals("0 bounced", bidding.standings(campaign).getFirst());
    }
  }
}
