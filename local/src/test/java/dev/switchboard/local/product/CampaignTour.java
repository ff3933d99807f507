package dev.switchboard.local.product;

import dev.switchboard.local.product.Product.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// A walk through what campaigns do: every route, every turn of the machine, and its restart.
record CampaignTour(Bidding bidding) {

  /// How the outbox treats the contractors: one replies, one provider refuses the words.
  static final String SCENARIO =
      """
      "%s": {"sms": [{"reports": [], "reply": {"after": "PT5M", "text": "Yes 900"}}]},
      "%s": {"sms": [{"attempt": "content"}]},
      """
          .formatted(Bidding.phone(1), Bidding.phone(3));

  static void walk(Product product) {
    product.settings("{\"cool_down_seconds\": 0, \"frequency_cap\": 50}");
    var tour = new CampaignTour(Bidding.with(product, 10, 10, 10));
    tour.enter();
    tour.create();
    tour.answer();
    tour.steer();
    tour.restart();
    tour.poll();
    tour.fail();
  }

  private Product product() {
    return bidding.product();
  }

  private void enter() {
    for (int twice = 0; twice < 2; twice++)
      keyed("/api/contractors/import", Bidding.imported(List.of("{}")), "tour-import");
    var first = "/api/contractors/" + bidding.contractors().getFirst();
    product().get("user", "/api/contractors?trade=kitchen");
    product().get("user", first);
    product()
        .get(
            "user",
            "/api/contractors/available?trade=kitchen&latitude=40.7&longitude=-74"
                + "&time_zone=America/New_York");
    product().patch("manager", first, "{\"capacity\": 3, \"radius_km\": 20}");
    var last = "/api/contractors/" + bidding.contractors().getLast();
    product().send(product().request("manager", last).DELETE().build());
  }

  private void create() {
    for (int twice = 0; twice < 2; twice++) {
      keyed("/api/campaigns", Bidding.CARD.formatted(6, 4), "tour-campaign");
      product().runtime().settle();
    }
    var nobodys = Bidding.CARD.formatted(6, 4).replace("kitchen", "roofing");
    keyed("/api/campaigns", nobodys, "tour-nobody");
    product().get("user", "/api/campaigns?status=running");
    bidding.shown(
        product().get("user", "/api/campaigns").body().at("/campaigns/0/campaign_id").asText());
    product().get("user", "/api/campaigns/analytics");
    keyed(
        "/api/campaigns/simulate",
        "{\"timeline_hours\": 6, \"available\": {\"tier_1\": 8}, \"runs\": 10}",
        "tour-simulation");
  }

  private void answer() {
    var campaign = bidding.campaign(6, 3);
    var text = bidding.got(0).getFirst();
    var link = text.replaceFirst("(?s).*(/bids/[A-Za-z0-9_-]+).*", "$1");
    product().get("", link);
    product()
        .send(
            product()
                .request("", link)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("kind=question&note=Which+street%3F"))
                .build());
    keyed(
        "/api/campaigns/" + campaign + "/responses",
        "{\"contractor_id\": \"%s\", \"kind\": \"BID\"}".formatted(invited(campaign, 2)),
        "tour-response");
    bidding.advance(100);
    bidding.advance(120);
    bidding.advance(200);
    forget(campaign);
  }

  private void forget(String campaign) {
    var contractor = invited(campaign, 1);
    keyed(
        "/api/campaigns/" + campaign + "/responses",
        "{\"contractor_id\": \"%s\", \"kind\": \"QUESTION\", \"note\": \"When?\"}"
            .formatted(contractor),
        "tour-question");
    product().get("admin", "/api/contacts/" + contractor + "/export");
    product().delete("admin", "/api/contacts/" + contractor);
  }

  private String invited(String campaign, int number) {
    return bidding.shown(campaign).path("invitations").path(number).path("contractor_id").asText();
  }

  private void steer() {
    var campaign = bidding.campaign(24, 2);
    var path = "/api/campaigns/" + campaign;
    bidding.change(campaign, "{\"timeline_hours\": 30}");
    for (var verb : new String[] {"pause", "resume"}) keyed(path + "/" + verb, "", "tour-" + verb);
    bidding.steer(campaign, "escalate", "{\"stage\": \"emergency\"}");
    bidding.steer(campaign, "finish");
    bidding.advance(5);
  }

  /// As if the machine had been stopped, and much later looked for.
  private void restart() {
    var campaign = bidding.campaign(12, 4);
    product()
        .runtime()
        .aws()
        .machines()
        .stopExecution(stop -> stop.executionArn(bidding.execution(campaign).executionArn()));
    product().advance(Duration.ofHours(8));
    bidding.steer(campaign, "cancel");
  }

  /// A forecast is refreshed between two check-ins; a machine that waits for one that is over is
  /// woken at once.
  private void poll() {
    var campaign = bidding.campaign(168, 2);
    product().advance(Duration.ofHours(2));
    // Should a provider have refused the words.
    bidding.steer(campaign, "resume");
    product().advance(Duration.ofHours(26));
    bidding.steer(campaign, "cancel");
    call("ArmCampaign", campaign, "\"task_token\": \"none\"");
  }

  /// At night, while invitations are held.
  private void fail() {
    product().advance(Duration.ofHours(11));
    call(
        "FailCampaign", bidding.campaign(24, 2), "\"error\": {\"Error\": \"a\", \"Cause\": \"b\"}");
    bidding.advance(5);
  }

  private void call(String function, String campaign, String more) {
    var event = "{\"owner\": \"acme\", \"campaign_id\": \"%s\", %s}".formatted(campaign, more);
    var _ = product().runtime().call(function, event.getBytes(StandardCharsets.UTF_8));
  }

  private Answer keyed(String path, String body, String key) {
    var request =
        product()
            .request("manager", path)
            .header("content-type", "application/json")
            .header("idempotency-key", key)
            .POST(BodyPublishers.ofString(body))
            .build();
    return product().send(request);
  }
}
