package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.outreach.Decision.Status;
import dev.switchboard.price.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Works on one lead of an order at a time: a draft before the budget is shared out, a decision
/// after.
final class Desk {

  private static final int MICRO_SCALE = 6;

  private final Returns returns;
  private final Qualifier qualifier;
  private final Openings.Money money;
  private final Strategy strategy;
  private final Ladders ladders;
  private final Explanation explanation;
  private final Objections objections;
  private final Timing timing;

  Desk(Planner planner, Order order, OutreachSettings settings, Instant now) {
    var routing = settings.routing();
    this.returns = new Returns(planner.prices(), planner.rates());
    this.qualifier = planner.qualifier();
    this.money =
        new Openings.Money(
            planner.prices(), order.budgetPerLead(), settings.limits().emailOnlyBelow());
    var router = routing.learning() ? new ExpectedValueRouter(returns) : Router.TREE;
    this.strategy = new Strategy(routing, router, order.goal(), money);
    this.ladders = new Ladders(strategy, returns, order.goal());
    this.explanation = new Explanation(routing, strategy, money.emailOnly());
    this.objections = new Objections(routing, order.goal());
    this.timing = new Timing(settings.pace().voiceHours(), order.urgent(), now);
  }

  Draft draft(Lead lead, Contactability contactability) {
    var scoring = lead.score().map(Scoring::given).orElseGet(() -> qualifier.qualify(lead));
    var openings = Openings.of(lead, contactability, money);
    var facts = strategy.look(lead, scoring, openings);
    return new Draft(lead, scoring, openings, facts, ladders.of(facts));
  }

  /// @param chain what the budget gives the lead, not empty
  Decision sent(Draft draft, List<Channel> chain) {
    var channel = chain.getFirst();
    var hold = Optional.ofNullable(draft.openings().holds().get(channel));
    var due = timing.due(draft.lead(), channel, hold);
    var route =
        new Route(
            channel,
            chain.subList(1, chain.size()),
            returns.prices().of(channel),
            dollars(returns.cost(chain)),
            returns.prices().of(chain).high(),
            due);
    var reasoning = explanation.chose(draft, chain);
    var status = due.isPresent() ? Status.HELD : Status.ACCEPTED;
    return decision(draft, status, reasoning, Optional.of(route));
  }

  Decision heldOut(Draft draft) {
    return notSent(
        draft,
        Status.HOLDOUT,
        "holdout",
        "left out to measure the lift; otherwise it would have been: "
            + TurnedDown.label(draft.whole().getFirst()));
  }

  Decision beyondBudget(Draft draft) {
    return notSent(
        draft,
        Status.OVER_BUDGET,
        Objections.TOTAL,
        "the order's budget does more for other leads");
  }

  /// For a draft without a ladder: nothing is open, or nothing that is worth it.
  Decision closed(Draft draft) {
    if (draft.lead().phone().isEmpty() && draft.lead().email().isEmpty())
      return notSent(
          draft, Status.UNREACHABLE, "unreachable", "no valid phone number and no valid e-mail");
    var budget = draft.openings().closedByBudget();
    if (draft.openings().open().isEmpty() && budget.isPresent())
      return notSent(
          draft, Status.OVER_BUDGET, budget.get().rule(), "the limit per lead pays for no channel");
    if (draft.openings().open().isEmpty())
      return notSent(draft, Status.BLOCKED, "blocked", "no channel may be used");
    return notSent(
        draft, Status.BLOCKED, "voice-not-worth", "only voice is open, and not worth its price");
  }

  static Decision duplicate(Lead lead, String of) {
    return new Decision(
        lead,
        Status.DUPLICATE,
        "duplicate",
        "the same phone number or e-mail address as lead " + of,
        lead.score().map(Scoring::given).orElse(Scoring.none("merged")),
        Optional.empty(),
        List.of(),
        Optional.of(of),
        lead.remarks());
  }

  private Decision notSent(Draft draft, Status status, String rule, String because) {
    return decision(draft, status, new Explanation.Reasoning(rule, because), Optional.empty());
  }

  private Decision decision(
      Draft draft, Status status, Explanation.Reasoning reasoning, Optional<Route> route) {
    var chain = route.map(Route::chain).orElse(List.of());
    var remarks = new ArrayList<>(draft.lead().remarks());
    if (status != Status.HOLDOUT) remarks.addAll(explanation.unkept(draft, chain));
    return new Decision(
        draft.lead(),
        status,
        reasoning.rule(),
        reasoning.because(),
        draft.scoring(),
        route,
        status == Status.HOLDOUT ? List.of() : objections.against(draft, chain),
        Optional.empty(),
        remarks);
  }

  static Usd dollars(double amount) {
    return Usd.of(BigDecimal.valueOf(amount).setScale(MICRO_SCALE, RoundingMode.HALF_UP));
  }
}
