package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.product.Product.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Partners beside a person: one that brings bid cards, one that finds contractors, one that has a
/// form of its own for bids (CAM-74 to CAM-77).
class PartnersTest {

  @Test
  void where_nobody_can_be_invited_a_partner_is_told_and_the_card_comes_again() {
    try (var bidding = Bidding.start(0, 0, 0)) {
      var refused = keyed(bidding, Bidding.CARD.formatted(6, 2));
      assertEquals(422, refused.status());
      assertTrue(
          refused
              .body()
              .path("detail")
              .asText()
              .startsWith("NO_CAPACITY: for that trade and place nobody"));
      var wanted = wanted(bidding);
      assertEquals(1, wanted.size());
      assertEquals(
          "{\"owner\":\"acme\",\"trade\":\"kitchen\",\"location\":{\"latitude\":40.7128,\"longitude\":-74.006,"
              + "\"time_zone\":\"America/New_York\"},\"by\":\"%s\",\"because\":\"%s\",\"enough\":[]}"
                  .formatted(
                      wanted.getFirst().path("by").asText(), "nobody of tier 1, 2 is available"),
          wanted.getFirst().toString());

      assertEquals(200, imported(bidding, 0, 6).status());
      assertEquals(201, keyed(bidding, Bidding.CARD.formatted(6, 2)).status());
    }
  }

  @Test
  void who_is_found_for_a_campaign_is_invited_when_the_partner_says_so() {
    try (var bidding = Bidding.start(1, 1, 0)) {
      var campaign = bidding.campaign(6, 2);
      var wanted = wanted(bidding);
      assertEquals(1, wanted.size());
      assertEquals(campaign, wanted.getFirst().path("campaign_id").asText());
      assertTrue(wanted.getFirst().path("because").asText().contains("confidence unreachable"));
      int more = wanted.getFirst().at("/enough/0/more").asInt();
      assertEquals(1, wanted.getFirst().at("/enough/0/tier").asInt());
      assertTrue(more > 0);

      assertEquals(200, imported(bidding, 2, more).status());
      var asked =
          bidding
              .product()
              .post(
                  "agent",
                  "/api/campaigns/" + campaign + "/escalate",
                  "{\"stage\": \"escalation\"}");
      assertEquals(202, asked.status());
      bidding.product().runtime().settle();

      assertEquals(2 + more, bidding.standings(campaign).size());
      assertEquals(
          List.of("2 invited", "escalation: %d more invited".formatted(more)),
          bidding.effects(campaign));
      assertEquals(1, wanted(bidding).size());
      assertEquals(
          List.of("CampaignLaunched", "ContractorsWanted", "CampaignEscalated"),
          bidding.product().events().stream()
              .map(event -> event.path("detail-type").asText())
              .toList());
    }
  }

  @Test
  void an_agent_steers_no_campaign_otherwise() {
    try (var bidding = Bidding.start(8, 0, 0)) {
      var campaign = bidding.campaign(6, 2);
      for (var verb : List.of("pause", "resume", "cancel", "finish"))
        assertEquals(
            403,
            bidding
                .product()
                .post("agent", "/api/campaigns/" + campaign + "/" + verb, "")
                .status());
    }
  }

  @Test
  void invitations_lead_to_a_page_of_ones_own_whose_form_answers_as_ours_does() {
    var own = "https://forms.example.com/bid?token=";
    var options = Product.options("").withFreshTime(Product.MORNING);
    var product =
        Product.start(
            options.withEnvironment(
                Map.of("PUBLIC_URL", "${url}", "OUTBOX_SCENARIO", "", "BID_PAGE_URL", own)));
    product.settings("{\"cool_down_seconds\": 0}");
    try (var bidding = Bidding.with(product, 8, 0, 0)) {
      var campaign = bidding.campaign(6, 2);
      var text = bidding.got(0).getFirst();
      assertTrue(text.contains(" " + own), text);
      assertFalse(text.contains("/bids/"), text);
      var token = text.replaceFirst("(?s).*\\Q" + own + "\\E([A-Za-z0-9_-]{72}).*", "$1");
      var answered =
          product.send(
              product
                  .request("", "/bids/" + token)
                  .header("content-type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString("kind=bid&amount=1250"))
                  .build());
      assertEquals(200, answered.status());
      bidding.answer(campaign, 1, "DECLINE");

      assertEquals("0 bid", bidding.standings(campaign).getFirst());
      assertEquals(
          "{\"api\":1,\"link\":1}",
          product.get("agent", "/api/campaigns/analytics").body().path("answered_by").toString());
    }
  }

  private static Answer keyed(Bidding bidding, String card) {
    return bidding
        .product()
        .send(
            bidding
                .product()
                .request("agent", "/api/campaigns")
                .header("content-type", "application/json")
                .header("idempotency-key", "card-4711")
                .POST(BodyPublishers.ofString(card))
                .build());
  }

  private static Answer imported(Bidding bidding, int first, int count) {
    var all =
        IntStream.range(first, first + count)
            .mapToObj(number -> Bidding.contractor(number, Bidding.KNOWN.getFirst()))
            .toList();
    return bidding.product().post("agent", "/api/contractors/import", Bidding.imported(all));
  }

  private static List<JsonNode> wanted(Bidding bidding) {
    return bidding.product().events().stream()
        .filter(event -> event.path("detail-type").asText().equals("ContractorsWanted"))
        .map(event -> event.path("detail"))
        .toList();
  }
}
