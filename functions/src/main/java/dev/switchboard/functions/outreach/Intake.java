package dev.switchboard.functions.outreach;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.OwnerId;
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
import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Refused;
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
import dev.switchboard.send.Openings;
import dev.switchboard.send.PurposeId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Takes an order in: plans it and keeps the plan, which [WritePlan] then writes and lets run.
///
/// May be run again under the same id at any point: a plan that stands is gone on with, one that
/// was not kept to its end is given up.
final class Intake {

  /// Sends that share a shard: with three writes each, no key takes more than 100 a second while a
  /// thousand leave, see `docs/performance.md`.
  private static final int PER_SHARD = 25;

  private final Contacts contacts;
  private final Gate gate;
  private final NumberRegistry registry;
  private final Executions executions;
  private final Decisions decisions;
  private final Openings openings;
  private final Plans plans;
  private final InstantSource clock;

  Intake(Services services) {
    contacts = services.contacts();
    gate = services.gate();
    registry = services.registry();
    executions = services.executions();
    decisions = services.decisions();
    openings = services.openings();
    plans = services.plans();
    clock = services.clock();
  }

  /// Plans without writing anything.
  OrderAnswer rehearse(OwnerId owner, Order order, PurposeId id) {
    var roster = Roster.of(owner, contacts, registry, order.leads());
    var execution = execution(owner, "", Brief.of(order, ""), order, id);
    var plan = plan(roster, order, execution.settings(), id, execution.createdAt());
    var leads =
        plan.decisions().stream()
            .limit(OrderAnswer.LEADS)
            .map(decision -> document(decision, roster))
            .toList();
    var previews =
        Slice.of(plan, roster, execution).stream()
            .flatMap(slice -> slice.sends().stream())
            .limit(Preview.LEADS)
            .flatMap(send -> Preview.of(execution, send))
            .toList();
    return OrderAnswer.rehearsed(plan, previews, leads);
  }

  /// Plans an order and has the plan written; once per id, however often it is called.
  ///
  /// @return the answer
  JsonNode accept(OwnerId owner, String by, Order order, PurposeId id, String publicUrl) {
    var planned = execution(owner, by, Brief.of(order, publicUrl), order, id);
    // Whoever finds the opening finds its owner.
    var _ = contacts.idOf(owner, owner.value());
    // Opened first, so that the sweeper finds whatever is begun and not written to its end.
    openings.open(Slice.opening(planned));
    if (!executions.begin(planned).equals(planned)) return goOn(owner, id);
    var answer = keep(planned, order);
    // Given up or cancelled meanwhile, nobody would write it.
    refuseCancelled(executions.find(owner, id).orElseThrow());
    plans.write(planned);
    return answer;
  }

  /// With what an earlier try began.
  private JsonNode goOn(OwnerId owner, PurposeId id) {
    var execution = executions.find(owner, id).orElseThrow();
    if (plans.receipt(execution).isEmpty()) {
      // Contacts changed since: half of that plan and half of another would be neither.
      var over = execution.status() == Status.CANCELLED;
      if (over || executions.change(execution, execution.with(Status.CANCELLED))) throw givenUp();
      return goOn(owner, id);
    }
    refuseCancelled(execution);
    if (execution.status() == Status.PLANNING) plans.write(execution);
    return receipt(owner, id);
  }

  private static void refuseCancelled(Execution execution) {
    if (execution.status() != Status.CANCELLED) return;
    throw new Refused(
        Problem.of(
            Problem.Kind.CONFLICT,
            "Execution "
                + execution.id()
                + " was cancelled, or never written to its end and given up: order it"
                + " again."));
  }

  private static Refused givenUp() {
    return new Refused(
        Problem.of(
                Problem.Kind.UNAVAILABLE,
                "An earlier try was cut off and is given up, nothing of it will be sent: try"
                    + " again.")
            .after(Duration.ZERO));
  }

  private Execution execution(OwnerId owner, String by, Brief brief, Order order, PurposeId id) {
    return new Execution(
        id,
        owner,
        brief,
        executions.settings(owner).withReview(order.review()),
        Status.PLANNING,
        by,
        clock.instant(),
        Math.clamp(order.leads().size() / PER_SHARD + 1L, 1, 64),
        order.leads().size(),
        1,
        Optional.empty(),
        Optional.empty());
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
            roster.listings(address),
            settings.policy(),
            new Ask.Spend(PriceTable.DEFAULT.of(channel).high(), Optional.empty()),
            Optional.empty(),
            now));
  }

  /// Keeps the plan, the receipt last.
  private JsonNode keep(Execution execution, Order order) {
    var owner = execution.owner();
    var id = execution.id();
    var roster = Roster.of(owner, contacts, registry, order.leads());
    var plan = plan(roster, order, execution.settings(), id, execution.createdAt());
    plans.keep(execution, Slice.of(plan, roster, execution));
    var entries =
        plan.decisions().stream()
            .map(it ->
                new Entry(it.lead().id(), person(it, roster), document(it, roster).toString()))
            .toList();
    decisions.keep(owner, id, entries);
    var receipt = Json.text(OrderAnswer.accepted(plan, id.value(), Status.PLANNING.wire()));
    plans.keep(execution, receipt);
    return answer(execution, receipt, entries);
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

  /// The answer for an order that was taken in, as often as it is asked for.
  JsonNode receipt(OwnerId owner, PurposeId id) {
    var execution = executions.find(owner, id).orElseThrow();
    var receipt = plans.receipt(execution).orElseThrow();
    return answer(execution, receipt, decisions.read(owner, id, 0, OrderAnswer.LEADS));
  }

  private static JsonNode answer(Execution execution, String receipt, List<Entry> entries) {
    var answer = (ObjectNode) Json.tree(receipt);
    entries.stream()
        .limit(OrderAnswer.LEADS)
        .forEach(entry -> answer.withArray("leads").add(Json.tree(entry.document())));
    var told = answer.path("leads").size();
    if (execution.leads() > told)
      answer.put("next", LeadPages.cursor(execution.id(), Optional.empty(), told).wire());
    return answer;
  }
}
