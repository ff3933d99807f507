package dev.switchboard.local.product;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.ContactId;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.aws.Table;
import dev.switchboard.functions.outreach.DynamoSlices;
import dev.switchboard.functions.outreach.Slice;
import dev.switchboard.local.product.Product.Answer;
import dev.switchboard.send.PurposeId;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A walk through what the product does: every route that does something, every way a send can go.
record Tour(Product product) {

  /// How the outbox treats the people of the tour.
  static final String SCENARIO =
      """
      {
        "+12125550101": {
          "voice_call": [{"reports": [{"after": "PT5S", "state": "no_answer"}]}],
          "voicemail": [{"reports": [{"after": "PT50S", "state": "no_answer"}]}],
          "sms": [{"reports": [{"after": "PT6S", "state": "undelivered"}]}]
        },
        "+12125550103": {"voice_call": [{"attempt": "bad_address"}]},
        "+12125550104": {"voice_call": [{"attempt": "not_taken"}, {"attempt": "not_taken"}]},
        "+12125550105": {"voice_call": [{"attempt": "opted_out"}]},
        "+12125550107": {"voice_call": [{"attempt": "unclear"}]},
        "filtered@example.org": {"email": [{"attempt": "content"}]},
        "filtered-late@example.org": {
          "email": [{"reports": [{"after": "PT9S", "state": "undelivered", "objection": "content"}]}]
        },
        "lost@example.org": {
          "email": [{"attempt": "lost_reply", "reports": [{"after": "PT8M", "state": "delivered"}]}]
        },
        "unclear@example.org": {"email": [{"attempt": "unclear"}]},
        "silent@example.org": {"email": [{"reports": []}]},
        "yes@example.org": {
          "email": [{"reports": [], "reply": {"after": "PT12M", "text": "Yes, gladly"}}]
        },
        "stop@example.org": {
          "email": [{"reports": [], "reply": {"after": "PT3M", "text": "STOP"}}]
        }
      }
      """;

  private static final String ORDER =
      """
      {"goal": "appointment", "leads": [
        {"id": "all-the-way", "phone": "+12125550101", "email": "sarah@example.org", "score": 9},
        {"id": "bad-number", "phone": "+12125550103", "email": "number@example.org", "score": 9},
        {"id": "not-taken", "phone": "+12125550104", "email": "taken@example.org", "score": 9},
        {"id": "opted-out", "phone": "+12125550105", "email": "opted@example.org", "score": 9},
        {"id": "later", "phone": "+18085550106", "email": "later@example.org", "score": 9},
        {"id": "lost", "email": "lost@example.org", "score": 3},
        {"id": "unclear", "email": "unclear@example.org", "score": 3},
        {"id": "unclear-call", "phone": "+12125550107", "email": "call@example.org", "score": 9},
        {"id": "silent", "email": "silent@example.org", "score": 3},
        {"id": "yes", "email": "yes@example.org", "score": 3},
        {"id": "stop", "email": "stop@example.org", "score": 3},
        {"id": "nobody", "name": "No Address"}
      ]}
      """;

  private static final String HELD =
      """
      {"goal": "nurture", "leads": [
        {"id": "held", "phone": "+18085550108", "email": "held@example.org", "score": 9}]}
      """;

  private static String filtered(String who) {
    return """
    {"goal": "nurture", "leads": [
      {"id": "filtered", "email": "%s@example.org", "score": 3}]}
    """
        .formatted(who);
  }

  static void walk(Product product) {
    var tour = new Tour(product);
    product.post("globex-admin", "/api/smart-send?dry_run=true", HELD);
    product.get("manager", "/api/contacts?phone=%2B12125550101");
    product.get("manager", "/api/smart-send/settings");
    product.get("admin", "/health/dependencies");
    product.settings("{\"cool_down_seconds\": 120, \"no_reaction_after_seconds\": 600}");
    tour.steer();
    tour.contact();
    var execution = tour.order();
    new Webhooks(product).callFailed("+12125550101", "conv_of_nobody");
    tour.look(execution);
    tour.outcome(execution, "responded");
    tour.unsubscribe();
    product.advance(Duration.ofDays(6));
    tour.outcome(execution, "converted");
    tour.decide(execution, "unclear", "send_again");
    tour.decide(execution, "unclear-call", "delivered");
    for (var who : List.of("filtered", "filtered-late")) product.order(filtered(who));
    product.advance(Duration.ofMinutes(2));
    tour.look(execution);
    var sentTo = product.get("manager", "/api/contacts?email=silent%40example.org").body();
    product.delete("admin", "/api/contacts/" + sentTo.path("id").asText());
  }

  private void steer() {
    var path = "/api/smart-send/" + product.order(HELD);
    for (var verb : List.of("/pause", "/resume")) post(path + verb, "");
    unwrite(path.substring(path.lastIndexOf('/') + 1));
    product.advance(Duration.ofMinutes(2));
    unwrite(path.substring(path.lastIndexOf('/') + 1));
    post(path + "/cancel", "");
    product.advance(Duration.ofMinutes(2));
  }

  /// As if the messages that have its plan written had been lost.
  private void unwrite(String execution) {
    var tables = product.runtime().aws().dynamo();
    for (var item : tables.scan(r -> r.tableName("OutreachTable")).items()) {
      var key = Map.of("pk", item.get("pk"), "sk", item.get("sk"));
      if (item.get("pk").s().endsWith("#slices#" + execution))
        tables.deleteItem(r -> r.tableName("OutreachTable").key(key));
      if (item.get("sk").s().equals(execution))
        tables.updateItem(r ->
            r.tableName("OutreachTable")
                .key(key)
                .updateExpression("SET #s = :planning")
                .expressionAttributeNames(Map.of("#s", "status"))
                .expressionAttributeValues(Map.of(":planning", AttributeValue.fromS("planning"))));
    }
  }

  private void contact() {
    var execution = product.order(HELD);
    var found = product.get("manager", "/api/contacts?phone=%2B18085550108").body();
    var path = "/api/contacts/" + found.path("id").asText();
    product.get("manager", path);
    post(
        path + "/consents",
        "{\"kind\": \"written\", \"source\": \"paper\", \"at\": \"2026-11-01T12:00:00Z\"}");
    post(path + "/opt-out", "{\"source\": \"said so\"}");
    product.runtime().settle();
    product.get("manager", path + "/export");
    product.delete("manager", path + "/opt-out");
    product.delete("admin", path);
    overtake(execution, new ContactId(found.path("id").asText()));
  }

  /// As if the contact had been erased while the execution was planned.
  private void overtake(String execution, ContactId erased) {
    unwrite(execution);
    var slice = new Slice(List.of(Contact.unwritten(erased)), Set.of(), Set.of(), List.of());
    new DynamoSlices(new Table(product.runtime().aws().dynamo(), "OutreachTable"))
        .keep(new OwnerId("acme"), new PurposeId(execution), 0, Json.text(slice));
    product.advance(Duration.ofMinutes(2));
  }

  private String order() {
    product.post("manager", "/api/smart-send?dry_run=true", ORDER);
    var key = UUID.randomUUID().toString();
    post(key, "/api/smart-send", ORDER);
    var accepted = post(key, "/api/smart-send", ORDER);
    // Messages that no function of ours wrote.
    for (var queue : List.of("PlansQueue", "SendsQueue", "ReportsQueue")) {
      var url = product.runtime().url() + "/000000000000/" + queue;
      product.runtime().aws().queues().sendMessage(r -> r.queueUrl(url).messageBody("garbage"));
    }
    product.advance(Duration.ofHours(3));
    return accepted.body().path("execution_id").asText();
  }

  private void look(String execution) {
    for (var path :
        List.of(
            "?limit=1",
            "/" + execution,
            "/" + execution + "/leads?limit=5",
            "/" + execution + "/leads?state=delivered",
            "/analytics",
            "/analytics?execution_id=" + execution)) product.get("user", "/api/smart-send" + path);
  }

  private void outcome(String execution, String outcome) {
    post(
        "/api/leads/silent/outcomes",
        "{\"execution_id\": \"%s\", \"outcome\": \"%s\"}".formatted(execution, outcome));
  }

  private void decide(String execution, String lead, String outcome) {
    var send = product.lead(execution, lead).path("sends").path(0).path("id").asText();
    post(
        "/api/smart-send/%s/sends/%s/decide".formatted(execution, send),
        "{\"outcome\": \"%s\"}".formatted(outcome));
  }

  /// With a key of its own.
  private Answer post(String path, String json) {
    return post(UUID.randomUUID().toString(), path, json);
  }

  private Answer post(String key, String path, String json) {
    var request = product.request("manager", path).header("idempotency-key", key);
    if (!json.isEmpty()) request.header("content-type", "application/json");
    return product.send(request.POST(BodyPublishers.ofString(json)).build());
  }

  /// Follows the link in a mail that left.
  private void unsubscribe() {
    var link =
        product.outbox().stream()
            .map(mail -> mail.path("text").asText())
            .filter(text -> text.contains("/unsubscribe/"))
            .findFirst()
            .orElseThrow()
            .replaceFirst("(?s).*(/unsubscribe/[A-Za-z0-9_-]+).*", "$1");
    product.get("", link);
    product.send(product.request("", link).POST(BodyPublishers.noBody()).build());
  }
}
