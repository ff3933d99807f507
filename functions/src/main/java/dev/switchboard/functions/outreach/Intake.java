package dev.switchboard.functions.outreach;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.OwnerId;
import dev.switchboard.Unavailable;
import dev.switchboard.contact.Ask;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Gate;
import dev.switchboard.contact.NumberRegistry;
import dev.switchboard.contact.Purpose;
import dev.switchboard.contact.Verdict;
import dev.switchboard.decision.Decisions;
import dev.switchboard.decision.Decisions.Entry;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.events.Bus;
import dev.switchboard.functions.events.Event;
import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Refused;
import dev.switchboard.functions.send.SendQueue;
import dev.switchboard.outreach.Decision;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Execution.Brief;
import dev.switchboard.outreach.Execution.Status;
import dev.switchboard.outreach.Executions;
import dev.switchboard.outreach.Lead;
import dev.switchboard.outreach.Order;
import dev.switchboard.outreach.OutreachSettings;
import dev.switchboard.outreach.Plan;
import dev.switchboard.outreach.Planner;
import dev.switchboard.price.PriceTable;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.Openings;
import dev.switchboard.send.Openings.Opening;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Purposes;
import dev.switchboard.send.Send;
import dev.switchboard.send.State;
import dev.switchboard.send.Step;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Takes an order in: plans it, writes all of it down, and only then lets it run.
///
/// May be run again under the same id at any point: what is written already stays, and nothing
/// leaves before the execution stands as running, which happens once.
final class Intake {

  /// Sends that share a shard; keeps every key far below what DynamoDB takes, see `docs/decisions`.
  private static final int PER_SHARD = 100;

  private final Contacts contacts;
  private final Gate gate;
  private final NumberRegistry registry;
  private final Executions executions;
  private final Decisions decisions;
  private final Ledger ledger;
  private final Openings openings;
  private final Purposes purposes;
  private final SendQueue queue;
  private final Bus bus;
  private final InstantSource clock;

  Intake(Services services) {
    contacts = services.contacts();
    gate = services.gate();
    registry = services.registry();
    executions = services.executions();
    decisions = services.decisions();
    ledger = services.ledger();
    openings = services.openings();
    purposes = services.purposes();
    queue = services.sendQueue();
    bus = services.bus();
    clock = services.clock();
  }

  /// Plans without writing anything.
  OrderAnswer rehearse(OwnerId owner, Order order, PurposeId id) {
    var roster = Roster.of(owner, contacts, registry, order.leads());
    var execution = execution(owner, "", Brief.of(order, ""), order.leads().size(), id);
    var plan = plan(roster, order, execution.settings(), id, execution.createdAt());
    var leads =
        plan.decisions().stream()
            .limit(OrderAnswer.LEADS)
            .map(decision -> document(decision, roster))
            .toList();
    var previews =
        routed(plan)
            .limit(Preview.LEADS)
            .map(decision -> send(decision, opening(execution), roster, execution))
            .flatMap(send -> Preview.of(execution, send))
            .toList();
    return OrderAnswer.rehearsed(plan, previews, leads);
  }

  private static Stream<Decision> routed(Plan plan) {
    return plan.decisions().stream().filter(it -> it.route().isPresent());
  }

  /// Writes an order down and lets it run, or wait for approval; once per id, however often it is
  /// called.
  void accept(OwnerId owner, String by, Order order, PurposeId id, String publicUrl) {
    var brief = Brief.of(order, publicUrl);
    var planned = execution(owner, by, brief, order.leads().size(), id);
    // Opened first, so that the sweeper finds whatever is begun and not written to its end.
    openings.open(opening(planned));
    var execution = executions.begin(planned);
    if (execution.status() == Status.CANCELLED) throw abandoned(id);
    if (execution.status() != Status.PLANNING) return;
    // A resumed intake plans with the time and settings of the first one: the same plan.
    var roster = Roster.of(owner, contacts, registry, order.leads());
    var plan = plan(roster, order, execution.settings(), id, execution.createdAt());
    var review = order.review() || execution.settings().review();
    var written = execution.with(review ? Status.AWAITING_APPROVAL : Status.RUNNING);
    var sends = write(written, plan, roster);
    if (!executions.change(execution, written)) return;
    purposes.changed(id);
    setGoing(
        review ? List.of() : sends, new Event.OutreachAccepted(owner, id, order.leads().size()));
  }

  /// It runs already: whoever was told that it failed would order it twice, and the sweeper wakes
  /// what was not woken here.
  private void setGoing(List<Send> sends, Event accepted) {
    try {
      queue.wake(sends.stream().filter(it -> it.state() == State.PLANNED).map(Send::id).toList());
      bus.tell(accepted);
    } catch (Unavailable e) {
      System.err.println("the sweeper sets it going: " + e);
    }
  }

  private static Refused abandoned(PurposeId id) {
    return new Refused(
        Problem.of(
            Problem.Kind.CONFLICT,
            "Execution "
                + id
                + " was cancelled, or never written to its end and given up: order it"
                + " again."));
  }

  private static Opening opening(Execution execution) {
    return new Opening(
        execution.owner(), execution.id(), execution.shards(), execution.createdAt());
  }

  private Execution execution(OwnerId owner, String by, Brief brief, int leads, PurposeId id) {
    return new Execution(
        id,
        owner,
        brief,
        executions.settings(owner),
        Status.PLANNING,
        by,
        clock.instant(),
        Math.clamp(leads / PER_SHARD + 1L, 1, 64),
        leads,
        1);
  }

  private Plan plan(
      Roster roster, Order order, OutreachSettings settings, PurposeId id, Instant now) {
    return Planner.DEFAULT.plan(
        order.of(roster.joined(order.leads())),
        settings,
        (lead, channel) -> verdict(roster, lead, channel, settings, id, now),
        id.value(),
        now);
  }

  private Verdict verdict(
      Roster roster,
      Lead lead,
      Channel channel,
      OutreachSettings settings,
      PurposeId id,
      Instant now) {
    var contact = roster.contact(lead);
    var address = contact.address(channel).orElseThrow();
    return gate.decide(
        new Ask(
            "",
            id.value(),
            channel,
            Purpose.MARKETING,
            address,
            contact,
            List.of(),
            roster.listings(address),
            settings.policy(),
            new Ask.Spend(PriceTable.DEFAULT.of(channel).high(), Optional.empty()),
            Optional.empty(),
            now));
  }

  /// Everything but the execution's standing; the order does not matter, for nothing leaves yet.
  private List<Send> write(Execution execution, Plan plan, Roster roster) {
    var owner = execution.owner();
    var id = execution.id();
    var opening = opening(execution);
    var routed = routed(plan).toList();
    var people = routed.stream().map(it -> roster.contact(it.lead())).toList();
    contacts.plan(owner, people, roster.unknown(), id.value());
    var sends = routed.stream().map(it -> send(it, opening, roster, execution)).toList();
    ledger.plan(sends);
    decisions.keep(
        owner,
        id,
        plan.decisions().stream()
            .map(it ->
                new Entry(it.lead().id(), person(it, roster), document(it, roster).toString()))
            .toList());
    var receipt = OrderAnswer.accepted(plan, id.value(), execution.status().wire());
    executions.note(owner, id, "receipt", Json.text(receipt));
    return sends;
  }

  private static Optional<ContactId> person(Decision decision, Roster roster) {
    var lead = decision.lead();
    if (decision.duplicateOf().isPresent() || (lead.phone().isEmpty() && lead.email().isEmpty()))
      return Optional.empty();
    return Optional.of(roster.contact(lead).id());
  }

  private static JsonNode document(Decision decision, Roster roster) {
    return Json.API.valueToTree(LeadAnswer.of(decision, person(decision, roster)));
  }

  private static Send send(Decision decision, Opening opening, Roster roster, Execution execution) {
    var route = decision.route().orElseThrow();
    var lead = decision.lead();
    var send =
        Send.planned(
            opening.send(roster.contact(lead).id(), 0),
            opening.owner(),
            Purpose.MARKETING,
            route.chain().stream().map(channel -> step(channel, lead)).toList(),
            Optional.of(route.allowance()),
            facts(lead),
            execution.createdAt());
    return route
        .due()
        .map(due -> send.judged(new Verdict.Hold(due.at(), due.rule(), due.because())))
        .orElse(send);
  }

  private static Step step(Channel channel, Lead lead) {
    var price = PriceTable.DEFAULT.of(channel);
    return new Step(channel, lead.address(channel).orElseThrow(), price.expected(), price.high());
  }

  private static Map<String, String> facts(Lead lead) {
    var facts = new TreeMap<String, String>();
    facts.put("lead", lead.id());
    lead.name().ifPresent(name -> facts.put("name", name));
    lead.traits().company().ifPresent(company -> facts.put("company", company));
    lead.traits().language().ifPresent(language -> facts.put("language", language));
    return facts;
  }

  /// The answer for an order that was taken in, as often as it is asked for.
  JsonNode receipt(OwnerId owner, PurposeId id) {
    var execution = executions.find(owner, id).orElseThrow();
    var receipt = (ObjectNode) Json.tree(executions.note(owner, id, "receipt").orElseThrow());
    var entries = decisions.read(owner, id, 0, OrderAnswer.LEADS);
    entries.forEach(entry -> receipt.withArray("leads").add(Json.tree(entry.document())));
    if (execution.leads() > entries.size())
      receipt.put("next", LeadPages.cursor(id, Optional.empty(), entries.size()).wire());
    return receipt;
  }
}
