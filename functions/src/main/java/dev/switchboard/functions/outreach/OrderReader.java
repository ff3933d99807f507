package dev.switchboard.functions.outreach;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.contact.Channel;
import dev.switchboard.functions.http.Body;
import dev.switchboard.functions.http.Csv;
import dev.switchboard.functions.http.Fields;
import dev.switchboard.functions.http.Fields.Form;
import dev.switchboard.functions.http.Finding;
import dev.switchboard.functions.http.Findings;
import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Refused;
import dev.switchboard.functions.http.Text;
import dev.switchboard.outreach.Goal;
import dev.switchboard.outreach.Lead;
import dev.switchboard.outreach.Order;
import dev.switchboard.outreach.Order.Message;
import dev.switchboard.price.Usd;
import dev.switchboard.text.Placeholders;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads a posted order: an object with `leads`, a bare list of leads, one lead, or CSV.
///
/// Whatever the body cannot say, the query can: `?goal=nurture&dry_run=true`. Nothing is assumed:
/// without a goal the order is refused, saying how to give one.
public final class OrderReader {

  private static final Csv LEADS =
      new Csv(
          "leads",
          List.of(
              "id",
              "name",
              "email",
              "phone",
              "score",
              "industry",
              "role",
              "company",
              "source",
              "engagement",
              "has_whatsapp",
              "hasWhatsApp",
              "language",
              "time_zone",
              "state"),
          Order.MAX_LEADS);
  private static final String JSON = "application/json";
  private static final String CSV = "text/csv";
  private static final Set<String> LEAD_MARKS = Set.of("id", "email", "phone");
  private static final int MESSAGE = 1_600;
  private static final int EMAIL_TEXT = 20_000;
  private static final Usd MOST = Usd.of("1000000");
  private static final String GOAL_MISSING =
      "is required: appointment, nurture or announcement; in the body beside `leads`,"
          + " or as ?goal= in the query";

  private final Addresses addresses;

  public OrderReader(Addresses addresses) {
    this.addresses = addresses;
  }

  private record Posted(Fields options, List<Lead> leads) {}

  /// @param query as the gateway decoded it
  /// @throws Refused with all findings; 415 for another type
  public Order read(Body body, Map<String, String> query) {
    var findings = new Findings();
    var parameters = Fields.query(query, findings);
    var posted =
        body.type(Set.of(JSON, CSV)).equals(CSV)
            ? csv(body.text(), parameters, findings)
            : json(body.parsed(), parameters, findings);
    var order = order(posted, findings);
    findings.refuse(Problem.Kind.INVALID_BODY);
    return order.orElseThrow();
  }

  private Posted csv(String text, Fields parameters, Findings findings) {
    var rows = LEADS.rows(text);
    rows.forEach(row -> row.fault().ifPresent(findings::add));
    var reader = new LeadReader(addresses, Form.TEXT);
    var leads = new ArrayList<Lead>();
    if (rows.size() <= Order.MAX_LEADS)
      for (int at = 0; at < rows.size(); at++)
        Fields.of(rows.get(at).fields(), "/leads/" + at, Form.TEXT, findings)
            .flatMap(reader::read)
            .ifPresent(leads::add);
    findings.mend(finding -> onItsLine(finding, rows));
    size("/leads", rows.size(), findings);
    return new Posted(parameters, leads);
  }

  private static Finding onItsLine(Finding finding, List<Csv.Row> rows) {
    if (!finding.pointer().startsWith("/leads/")) return finding;
    var row = rows.get(Integer.parseInt(finding.pointer().split("/")[2]));
    return finding.and(" (line " + row.line() + ")");
  }

  private Posted json(JsonNode body, Fields parameters, Findings findings) {
    var reader = new LeadReader(addresses, Form.STRICT);
    if (body.isArray()) return list(body, parameters, findings, reader::read);
    var single = !body.has("leads") && LEAD_MARKS.stream().anyMatch(body::has);
    var form = single ? Form.EXPORTED : Form.STRICT;
    var fields = Fields.of(body, "", form, findings);
    if (single) return new Posted(parameters, fields.flatMap(reader::read).stream().toList());
    return fields
        .map(object -> object(object.or(parameters), body, findings, reader::read))
        .orElse(new Posted(parameters, List.of()));
  }

  private static Posted list(
      JsonNode body, Fields parameters, Findings findings, Function<Fields, Optional<Lead>> lead) {
    size("", body.size(), findings);
    var leads =
        body.size() > Order.MAX_LEADS
            ? List.<Lead>of()
            : Fields.list(body, Order.MAX_LEADS, Form.EXPORTED, findings, lead);
    return new Posted(parameters, leads);
  }

  private static Posted object(
      Fields fields, JsonNode body, Findings findings, Function<Fields, Optional<Lead>> lead) {
    fields.require("leads", "is required: a list of 1 to " + Order.MAX_LEADS + " leads");
    var listed = body.path("leads");
    if (listed.isArray()) size("/leads", listed.size(), findings);
    var leads =
        listed.size() > Order.MAX_LEADS
            ? List.<Lead>of()
            : fields.list("leads", Order.MAX_LEADS, Form.EXPORTED, lead);
    return new Posted(fields, leads);
  }

  private static void size(String pointer, int size, Findings findings) {
    if (size >= 1 && size <= Order.MAX_LEADS) return;
    var has = size == 0 ? "none" : "more";
    findings.add(Finding.of(pointer, "must have 1 to " + Order.MAX_LEADS + " leads, has " + has));
  }

  private static Optional<Order> order(Posted posted, Findings findings) {
    var fields = posted.options();
    fields.require("goal", GOAL_MISSING);
    var name = fields.text("name", Text.line(1, 120));
    var goal = fields.choice("goal", List.of(Goal.values()), Goal::wire);
    var message = said(fields, "message", Text.lines(0, MESSAGE)).filter(text -> !text.isBlank());
    var messages = fields.object("messages").map(OrderReader::messages).orElse(Map.of());
    var perLead = fields.money("budget_per_lead", Usd.ZERO, MOST);
    var total = fields.money("budget_total", Usd.ZERO, MOST);
    var urgent = urgent(fields);
    var review = fields.flag("review").orElse(false);
    var dryRun = fields.flag("dry_run").orElse(false);
    fields.close();
    if (!findings.none()) return Optional.empty();
    return goal.map(aim ->
        new Order(
            name, posted.leads(), aim, message, messages, perLead, total, urgent, review, dryRun));
  }

  private static Map<Channel, Message> messages(Fields fields) {
    var messages = new EnumMap<Channel, Message>(Channel.class);
    for (var channel : Channel.values())
      fields
          .object(channel.wire())
          .flatMap(message -> message(channel, message))
          .ifPresent(message -> messages.put(channel, message));
    fields.close();
    return messages;
  }

  private static Optional<Message> message(Channel channel, Fields fields) {
    var mail = channel == Channel.EMAIL;
    fields.require("text", "is required");
    var subject = mail ? said(fields, "subject", Text.line(1, 200)) : Optional.<String>empty();
    var text = said(fields, "text", Text.lines(1, mail ? EMAIL_TEXT : MESSAGE));
    if (text.filter(String::isBlank).isPresent()) fields.wrong("text", "must not be blank");
    fields.close();
    return text.map(said -> new Message(subject, said));
  }

  /// Words with placeholders that can all be filled.
  private static Optional<String> said(Fields fields, String name, Text rule) {
    var text = fields.text(name, rule);
    text.stream()
        .flatMap(words -> Placeholders.problems(words).stream())
        .forEach(problem -> fields.wrong(name, problem));
    return text;
  }

  /// `urgent`, `campaign.urgent` and `timing: immediate` say the same; they may not disagree.
  private static boolean urgent(Fields fields) {
    var own = fields.flag("urgent");
    var campaign =
        fields
            .object("campaign")
            .flatMap(object -> {
              var flag = object.flag("urgent");
              object.close();
              return flag;
            });
    var timing = fields.choice("timing", List.of("immediate"), Function.identity()).map(_ -> true);
    var said = Stream.of(own, campaign, timing).flatMap(Optional::stream).distinct().toList();
    if (said.size() > 1) fields.wrong("urgent", "must agree with campaign.urgent and timing");
    return said.contains(true);
  }
}
