package dev.switchboard.local.product;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.contact.ContactId;
import dev.switchboard.local.product.Product.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/// The product with contractors whom campaigns can invite: number 0 and up, tier 1 first, each a
/// little further away than the one before.
record Bidding(Product product, List<ContactId> contractors) implements AutoCloseable {

  static final String CARD =
      """
      {"title": "Kitchen remodel", "trade": "kitchen", "timeline_hours": %d, "bids_needed": %d,
       "location": {"latitude": 40.7128, "longitude": -74.006, "time_zone": "America/New_York"}}
      """;

  /// By tier: established and active, only established, never heard of.
  static final List<String> KNOWN =
      List.of(
          ", \"established\": true, \"active_at\": \"2026-11-01T10:00:00Z\","
              + " \"licensed_until\": \"2030-12-31\", \"insured_until\": \"2030-12-31\"",
          ", \"established\": true",
          "");

  /// Monday, 10:00 in New York, with so many contractors of each tier.
  static Bidding start(int internal, int returning, int external) {
    return start("", internal, returning, external);
  }

  /// @param scenario of the outbox
  static Bidding start(String scenario, int internal, int returning, int external) {
    var product = Product.start(Product.options(scenario).withFreshTime(Product.MORNING));
    product.settings("{\"cool_down_seconds\": 0, \"frequency_cap\": 50}");
    return with(product, internal, returning, external);
  }

  static Bidding with(Product product, int internal, int returning, int external) {
    var all = new ArrayList<String>();
    var tiers = List.of(internal, returning, external);
    for (int tier = 0; tier < tiers.size(); tier++)
      for (int one = 0; one < tiers.get(tier); one++)
        all.add(contractor(all.size(), KNOWN.get(tier)));
    if (!all.isEmpty()) product.post("manager", "/api/contractors/import", imported(all));
    return new Bidding(product, ids(product, all.size()));
  }

  /// The body of an import.
  static String imported(List<String> contractors) {
    return "{\"contractors\": %s}".formatted(contractors);
  }

  static String contractor(int number, String known) {
    return """
    {"name": "Contractor %d", "phone": "%s", "email": "c%d@example.org", "trades": ["kitchen"],
     "latitude": %s, "longitude": -74.006, "capacity": 2%s}
    """
        .formatted(number, phone(number), number, 40.7128 + number * 0.001, known);
  }

  private static List<ContactId> ids(Product product, int count) {
    var ids = new ArrayList<ContactId>();
    for (int number = 0; number < count; number++)
      ids.add(
          new ContactId(
              product
                  .get("manager", "/api/contacts?phone=%2B" + phone(number).substring(1))
                  .body()
                  .path("id")
                  .asText()));
    return ids;
  }

  /// Numbers of the contractors who hold a place for a campaign.
  List<Integer> busy() {
    var busy = new ArrayList<Integer>();
    for (int number = 0; number < contractors.size(); number++)
      if (asked(number).path("open_campaigns").asInt() > 0) busy.add(number);
    return busy;
  }

  /// How often tier 1 is believed to bid now.
  double rate() {
    return available().at("/ranked/0/rate").asDouble();
  }

  /// Who could be invited now.
  JsonNode available() {
    return product
        .get(
            "user",
            "/api/contractors/available?trade=kitchen&latitude=40.7128&longitude=-74.006"
                + "&time_zone=America/New_York")
        .body();
  }

  /// What campaigns ask of a contractor.
  JsonNode asked(int number) {
    return product
        .get("manager", "/api/contractors/" + contractors.get(number))
        .body()
        .path("asked");
  }

  static String phone(int number) {
    return "+1646555%04d".formatted(100 + number);
  }

  /// Creates a campaign, and lets its invitations leave.
  ///
  /// @return its id
  String campaign(int hours, int bids) {
    var answer = create(hours, bids);
    if (answer.status() != 201) throw new IllegalStateException(answer.raw().body());
    product.runtime().settle();
    return answer.body().path("campaign_id").asText();
  }

  Answer create(int hours, int bids) {
    return product.post("manager", "/api/campaigns", CARD.formatted(hours, bids));
  }

  JsonNode shown(String campaign) {
    return product.get("manager", "/api/campaigns/" + campaign).body();
  }

  String state(String campaign) {
    return shown(campaign).path("state").asText();
  }

  /// A contractor answers, and all that follows from it happens.
  Answer answer(String campaign, int contractor, String kind) {
    var told =
        product.post(
            "manager",
            "/api/campaigns/" + campaign + "/responses",
            "{\"contractor_id\": \"%s\", \"kind\": \"%s\"}"
                .formatted(contractors.get(contractor), kind));
    product.runtime().settle();
    return told;
  }

  Answer steer(String campaign, String verb) {
    return steer(campaign, verb, "");
  }

  Answer steer(String campaign, String verb, String body) {
    var answer = product.post("manager", "/api/campaigns/" + campaign + "/" + verb, body);
    product.runtime().settle();
    return answer;
  }

  Answer change(String campaign, String json) {
    var answer = product.patch("manager", "/api/campaigns/" + campaign, json);
    product.runtime().settle();
    return answer;
  }

  void advance(int minutes) {
    product.advance(Duration.ofMinutes(minutes));
  }

  /// How each contractor's invitation stands, as `0 out`, in their order of invitation.
  List<String> standings(String campaign) {
    var told = new ArrayList<String>();
    for (var one : shown(campaign).path("invitations"))
      told.add(
          contractors.indexOf(new ContactId(one.path("contractor_id").asText()))
              + " "
              + one.path("standing").asText());
    return told;
  }

  /// What was decided so far, as effects told: `3 invited`.
  List<String> effects(String campaign) {
    var told = new ArrayList<String>();
    for (var decision : shown(campaign).path("history"))
      for (var effect : decision.path("effects")) told.add(effect.asText());
    return told;
  }

  /// The stages of the check-ins that happened.
  List<String> stages(String campaign) {
    var told = new ArrayList<String>();
    for (var decision : shown(campaign).path("history"))
      if (decision.has("stage")) told.add(decision.path("stage").asText());
    return told;
  }

  /// What a contractor got by text and mail, the first words of each.
  List<String> got(int contractor) {
    return Stream.concat(
            product.sentTo(phone(contractor)).stream(),
            product.sentTo("c" + contractor + "@example.org").stream())
        .map(it -> it.path("text").asText())
        .toList();
  }

  DescribeExecutionResponse execution(String campaign) {
    return product
        .runtime()
        .aws()
        .machines()
        .describeExecution(it ->
            it.executionArn(
                "arn:aws:states:us-east-1:000000000000:execution:CampaignMachine:"
                    + campaign
                    + "-0"));
  }

  @Override
  public void close() {
    product.close();
  }
}
