package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// People: what is known of them, what they want, how they get out, and what is left of them.
class ContactsTest {

  private static final String PERSON =
      """
      {"id": "eve@example.org", "name": "Eve Moss", "phone": "+12125550102",
       "email": "eve@example.org", "score": 6, "state": "NY"}
      """;

  /// Merged into the other: it says the same person under another name.
  private static final String SAME_PERSON =
      "{\"id\": \"e2\", \"name\": \"Eva Moos\", \"email\": \"eve@example.org\"}";

  private static Product product;

  @BeforeAll
  static void start() {
    product = Product.start();
    var settings =
        product.put(
            "manager",
            "/api/smart-send/settings",
            """
            {"sender": {"company": "Acme", "postal_address": "1 Main St, New York, NY 10001"},
             "attested": ["voicemail"],
             "pace": {"frequency_cap": 100, "cool_down_seconds": 0}}
            """);
    assertEquals(200, settings.status());
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  private static String order(String... leads) {
    return product.order(
        "{\"goal\": \"nurture\", \"leads\": [%s]}".formatted(String.join(",", leads)));
  }

  private static JsonNode contact(String email) {
    return product.get("manager", "/api/contacts?email=" + email).body();
  }

  private static String path(String email) {
    return "/api/contacts/" + text(contact(email), "id");
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }

  /// `sms` where a new order goes there, else the status and the rules that closed the channels.
  private static String next(String lead) {
    var id = order(lead);
    var told = product.lead(id, text(Json.tree(lead), "id"));
    return told.has("primary_channel")
        ? text(told, "primary_channel")
        : text(told, "status") + " " + rules(told);
  }

  private static String rules(JsonNode lead) {
    var rules = lead.path("decision").path("turned_down").findValuesAsText("rule");
    return String.join(" ", new TreeSet<>(rules));
  }

  @Test
  void a_contact_is_found_by_either_address() {
    var _ =
        order(
            """
            {"id": "a", "name": "Ann Lee", "phone": "+12125550101", "email": "ann@example.org"}
            """);

    var found = contact("ANN@example.org");

    assertEquals("Ann Lee", text(found, "name"));
    assertEquals(found, product.get("operator", "/api/contacts?phone=%2B12125550101").body());
    assertEquals(found, product.get("admin", path("ann@example.org")).body());
    assertEquals(404, product.get("manager", "/api/contacts?email=no@example.org").status());
  }

  @Test
  void consent_that_is_recorded_opens_a_channel_and_taken_back_closes_it() {
    var lead = "{\"id\": \"c\", \"phone\": \"+12125550105\", \"score\": 3}";
    assertEquals("voicemail", next(lead.replace("3}", "6}")));
    var closed = "blocked ai-voice no-email score-voicemail sms-consent";
    assertEquals(closed, next(lead));
    var found = product.get("manager", "/api/contacts?phone=%2B12125550105").body();
    var consents = "/api/contacts/" + text(found, "id") + "/consents";

    var given =
        "{\"channel\": \"sms\", \"kind\": \"written\", \"source\": \"web form\","
            + " \"at\": \"2026-03-02T10:00:00Z\"}";
    var recorded = product.post("operator", consents, given);
    assertEquals(202, recorded.status());
    assertEquals(Json.tree("[" + given + "]"), recorded.body().path("consents"));
    assertEquals("sms", next(lead));

    var back = given.replace("written", "revoked").replace("03-02", "03-03");
    assertEquals(202, product.post("operator", consents, back).status());
    assertEquals(closed, next(lead));
  }

  @Test
  void an_opt_out_of_one_channel_leaves_the_others_and_one_of_all_leaves_none() {
    var lead =
        "{\"id\": \"o\", \"phone\": \"+12125550106\", \"email\": \"oda@example.org\","
            + " \"score\": 6}";
    assertEquals("voicemail", next(lead));
    var optOut = path("oda@example.org") + "/opt-out";

    var one = "{\"channel\": \"voicemail\", \"source\": \"asked\"}";
    assertEquals(202, product.post("operator", optOut, one).status());
    assertEquals("email", next(lead));
    assertEquals(202, product.post("operator", optOut, "{\"source\": \"asked\"}").status());
    assertEquals("blocked optout-all", next(lead));
    var out = new ArrayList<String>();
    for (var suppression : contact("oda@example.org").path("suppressions"))
      out.add(text(suppression, "channel") + " " + text(suppression, "source"));
    out.sort(String::compareTo);
    var told = "asked, told by operator@acme";
    assertEquals(List.of(" " + told, "voicemail " + told), out);

    assertEquals(200, product.delete("manager", optOut).status());
    assertEquals(0, contact("oda@example.org").path("suppressions").size());
    assertEquals("voicemail", next(lead));
  }

  @Test
  void the_link_in_a_mail_asks_first_and_then_ends_all_messages() {
    var _ = order("{\"id\": \"u\", \"email\": \"una@example.org\"}");
    var mail =
        Pattern.compile("http://\\S*/unsubscribe/\\S+")
            .matcher(text(product.sentTo("una@example.org").getFirst(), "text"));
    assertTrue(mail.find());
    var path = mail.group().substring(product.runtime().url().length());

    var asked = product.get("", path);
    assertEquals(200, asked.status());
    assertTrue(asked.raw().body().contains("<form method=\"post\">"));
    var tampered = path.substring(0, path.length() - 3) + "AAA";
    assertEquals(404, product.get("", tampered).status());
    assertEquals(404, oneClick(tampered).status());
    assertEquals(0, contact("una@example.org").path("suppressions").size());

    forgetSends();
    assertEquals(200, oneClick(path).status());
    assertEquals(200, oneClick(path).status());
    var out = contact("una@example.org").path("suppressions").path(0);
    assertEquals("opt_out, unsubscribe link", text(out, "reason") + ", " + text(out, "source"));
    assertEquals(
        "blocked no-phone optout-all", next("{\"id\": \"u2\", \"email\": \"una@example.org\"}"));
  }

  /// As if they had been kept for as long as they are kept.
  private static void forgetSends() {
    var tables = product.runtime().aws().dynamo();
    for (var item : tables.scan(scan -> scan.tableName("SendsTable")).items()) {
      var key = Map.of("pk", item.get("pk"), "sk", item.get("sk"));
      tables.deleteItem(delete -> delete.tableName("SendsTable").key(key));
    }
  }

  /// What RFC 8058 has mail programs send.
  private static Product.Answer oneClick(String path) {
    return product.send(
        product
            .request("", path)
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
            .build());
  }

  @Test
  void what_is_kept_is_exported_and_then_erased() {
    var id = order(PERSON, SAME_PERSON);
    var path = path("eve@example.org");
    var consent =
        "{\"kind\": \"written\", \"source\": \"mail of eve@example.org\","
            + " \"at\": \"2026-03-02T10:00:00Z\"}";
    assertEquals(202, product.post("operator", path + "/consents", consent).status());
    product.advance(Duration.ofMinutes(5));
    var outcome = "{\"execution_id\": \"%s\", \"outcome\": \"responded\"}".formatted(id);
    var outcomes = "/api/leads/eve@example.org/outcomes";
    assertEquals(202, product.post("agent", outcomes, outcome).status());

    var export = product.get("manager", path + "/export").body();
    assertEquals("Eve Moss", text(export.path("contact"), "name"));
    assertTrue(export.path("contact").path("responses").has(id), export.toString());
    assertEquals(List.of("address", "phone"), export.path("clues").findValuesAsText("source"));
    assertEquals(List.of("consent", "responded"), export.path("history").findValuesAsText("what"));
    assertTrue(text(export.path("sends").path(0), "text").contains("Eve"), export.toString());
    assertEquals(2, export.path("decisions").size());
    assertEquals("responded", text(export.at("/decisions/0/outcomes/0"), "outcome"));
    assertEquals("eve@example.org", text(export.at("/decisions/1"), "duplicate_of"));

    assertEquals(204, product.delete("admin", path).status());
    product.runtime().settle();

    for (var gone : List.of("Eve", "Moss", "Moos", "2125550102", "eve@example.org"))
      assertEquals(List.of(), itemsWith(gone), gone);
    var after = product.get("manager", path + "/export").body();
    assertEquals(export.path("sends").size(), after.path("sends").size());
    assertEquals("erased", text(after.at("/contact/suppressions/0"), "reason"));
    // That it must not be reached holds for whoever comes with one of the addresses.
    assertEquals(
        "blocked no-email suppressed", next("{\"id\": \"e3\", \"phone\": \"+12125550102\"}"));
    assertEquals(
        "blocked no-phone suppressed", next("{\"id\": \"e4\", \"email\": \"eve@example.org\"}"));
  }

  /// Items of any table in which a text stands.
  private static List<String> itemsWith(String text) {
    var found = new ArrayList<String>();
    for (var table : product.runtime().template().tables())
      product
          .runtime()
          .aws()
          .dynamo()
          .scanPaginator(scan -> scan.tableName(table.name()))
          .items()
          .stream()
          .filter(item -> item.toString().contains(text))
          .forEach(item -> found.add(table.name() + " " + item));
    return found;
  }

  @Test
  void a_message_on_its_way_keeps_its_contact_from_being_erased() {
    var scenario = "{\"+12125550103\": {\"voicemail\": [{\"attempt\": \"lost_reply\"}]}}";
    try (var other = Product.start(scenario)) {
      other.settings();
      var id =
          other.order(
              """
              {"goal": "nurture", "leads": [{"id": "f", "phone": "+12125550103", "score": 6}]}
              """);
      var path = "/api/contacts/" + text(other.lead(id, "f"), "contact_id");

      var refused = other.delete("admin", path);
      assertEquals(409, refused.status());
      assertEquals("/problems/conflict", text(refused.body(), "type"));

      other.advance(Duration.ofMinutes(15));
      assertEquals(204, other.delete("admin", path).status());
    }
  }
}
