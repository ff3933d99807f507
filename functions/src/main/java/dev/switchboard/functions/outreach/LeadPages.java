package dev.switchboard.functions.outreach;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.ContactId;
import dev.switchboard.decision.Decisions;
import dev.switchboard.decision.Decisions.Entry;
import dev.switchboard.decision.Decisions.Result;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.http.Cursor;
import dev.switchboard.functions.http.Page;
import dev.switchboard.functions.providers.Outbox;
import dev.switchboard.outreach.Execution;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.Openings.Opening;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Reason;
import dev.switchboard.send.Ruling;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import dev.switchboard.send.Summaries;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The leads of an execution, page by page in the order they came, each with its decision, its
/// sends and its results.
public final class LeadPages {

  /// How many leads were shown before; an order has at most 5,000.
  static final Pattern POSITIONS = Pattern.compile("[0-9]{1,4}");

  private static final int MAX_STEPS = 10;

  private final Decisions decisions;
  private final Ledger ledger;
  private final Summaries summaries;

  public LeadPages(Decisions decisions, Ledger ledger, Summaries summaries) {
    this.decisions = decisions;
    this.ledger = ledger;
    this.summaries = summaries;
  }

  /// A page.
  ///
  /// @param next empty on the last
  record Leads(List<ObjectNode> leads, Optional<String> next) {}

  /// One send as the API tells it.
  public record SendAnswer(
      String id,
      String channel,
      int step,
      String state,
      Optional<Instant> dueAt,
      Instant since,
      Optional<String> rule,
      Optional<String> because,
      BigDecimal cost,
      Optional<String> summary,
      Optional<RulingAnswer> decided,
      boolean simulated) {

    /// @param summaries of calls, by send
    public static SendAnswer of(Send send, Map<SendId, String> summaries) {
      return new SendAnswer(
          send.id().value(),
          send.channel().wire(),
          send.id().step(),
          send.state().wire(),
          send.due(),
          send.since(),
          send.reason().map(Reason::rule),
          send.reason().map(Reason::because),
          Amounts.of(send.cost()),
          Optional.ofNullable(summaries.get(send.id())),
          send.ruling().map(RulingAnswer::of),
          Outbox.took(send));
    }
  }

  /// What a person decided of a parked send, as the API tells it.
  record RulingAnswer(String outcome, String by, Instant at, Optional<String> note) {
    static RulingAnswer of(Ruling ruling) {
      return new RulingAnswer(ruling.finding().wire(), ruling.by(), ruling.at(), ruling.note());
    }
  }

  /// One result as the API tells it.
  record ResultAnswer(
      String outcome, Optional<String> channel, Optional<BigDecimal> value, Instant at) {
    static ResultAnswer of(Result result) {
      return new ResultAnswer(
          result.kind(),
          result.channel().map(Channel::wire),
          result.value().map(Amounts::of),
          result.at());
    }
  }

  static Cursor cursor(PurposeId id, Optional<String> state, int position) {
    return new Cursor(list(id, state), Integer.toString(position));
  }

  /// The name of the list that its cursors belong to.
  static String list(PurposeId id, Optional<String> state) {
    return "leads:" + id + ":" + state.orElse("all");
  }

  /// @param state of a lead's latest send, or the decision's status where it has none; empty: all
  Leads page(Execution execution, Optional<String> state, Page page) {
    var position = page.cursor().map(it -> Integer.parseInt(it.position())).orElse(0);
    var results = results(execution);
    var found = new ArrayList<ObjectNode>();
    while (position < execution.leads() && found.size() < page.limit()) {
      var want = state.isPresent() ? Page.MOST : page.limit() - found.size();
      var entries = decisions.read(execution.owner(), execution.id(), position, want);
      if (entries.isEmpty()) return new Leads(found, Optional.empty());
      for (var lead : leads(execution, entries, results)) {
        position++;
        if (state.isEmpty() || state.get().equals(standing(lead))) found.add(lead);
        if (found.size() == page.limit()) break;
      }
    }
    var next = Optional.of(position).filter(it -> it < execution.leads());
    return new Leads(found, next.map(it -> cursor(execution.id(), state, it).wire()));
  }

  /// The lead of that id.
  Optional<Entry> find(Execution execution, String leadId) {
    for (int from = 0; from < execution.leads(); from += Page.MOST) {
      var entries = decisions.read(execution.owner(), execution.id(), from, Page.MOST);
      var found = entries.stream().filter(entry -> entry.subject().equals(leadId)).findFirst();
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }

  /// The lead as a page would have it.
  public ObjectNode lead(Execution execution, Entry entry) {
    return leads(execution, List.of(entry), results(execution)).getFirst();
  }

  /// The sends of a contact, by step.
  public List<Send> sends(Execution execution, ContactId contact) {
    return ledger.find(execution.owner(), ids(execution, contact)).stream()
        .sorted(Comparator.comparingInt(send -> send.id().step()))
        .toList();
  }

  private List<ObjectNode> leads(
      Execution execution, List<Entry> entries, Map<ContactId, List<Result>> results) {
    var ids =
        entries.stream()
            .flatMap(entry -> entry.contact().stream())
            .flatMap(contact -> ids(execution, contact).stream())
            .toList();
    var found = ledger.find(execution.owner(), ids);
    var said = said(found);
    var sends =
        found.stream()
            .sorted(Comparator.comparingInt(send -> send.id().step()))
            .collect(
                Collectors.groupingBy(
                    send -> send.id().contact(),
                    Collectors.mapping(send -> SendAnswer.of(send, said), Collectors.toList())));
    return entries.stream().map(entry -> lead(entry, sends, results)).toList();
  }

  /// What was said in those of the sends that were calls and are over.
  public Map<SendId, String> said(List<Send> sends) {
    var calls =
        sends.stream()
            .filter(send -> send.channel().address() == Channel.Address.PHONE)
            .filter(send -> send.channel() != Channel.SMS && send.state().settled())
            .filter(send -> send.state().taken())
            .map(Send::id)
            .toList();
    return calls.isEmpty() ? Map.of() : summaries.of(calls);
  }

  private static ObjectNode lead(
      Entry entry, Map<ContactId, List<SendAnswer>> sends, Map<ContactId, List<Result>> results) {
    var lead = (ObjectNode) Json.tree(entry.document());
    var steps = entry.contact().map(it -> sends.getOrDefault(it, List.of())).orElse(List.of());
    var came = entry.contact().map(it -> results.getOrDefault(it, List.of())).orElse(List.of());
    lead.set("sends", Json.API.valueToTree(steps));
    lead.set("outcomes", Json.API.valueToTree(came.stream().map(ResultAnswer::of).toList()));
    return lead;
  }

  private static String standing(ObjectNode lead) {
    var sends = lead.path("sends");
    return sends.isEmpty()
        ? lead.path("status").asText()
        : sends.get(sends.size() - 1).path("state").asText();
  }

  private Map<ContactId, List<Result>> results(Execution execution) {
    return decisions.results(execution.owner(), execution.id()).stream()
        .collect(Collectors.groupingBy(Result::contact));
  }

  /// The ids that a contact's sends have, by step.
  public static List<SendId> ids(Execution execution, ContactId contact) {
    var opening =
        new Opening(execution.owner(), execution.id(), execution.shards(), execution.createdAt());
    var steps = Math.min(MAX_STEPS, execution.settings().pace().attemptCap());
    return IntStream.range(0, steps).mapToObj(step -> opening.send(contact, step)).toList();
  }
}
