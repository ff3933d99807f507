package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.price.Usd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One order on its way to a plan.
final class Planning {

  private final Planner planner;
  private final Order order;
  private final OutreachSettings settings;
  private final Desk desk;
  private final String executionId;

  Planning(Planner planner, Order order, OutreachSettings settings, Desk desk, String executionId) {
    this.planner = planner;
    this.order = order;
    this.settings = settings;
    this.desk = desk;
    this.executionId = executionId;
  }

  Plan plan(Contactability contactability) {
    var firsts = Duplicates.firsts(order.leads());
    var drafts = new TreeMap<Integer, Draft>();
    Duplicates.merged(order.leads(), firsts)
        .forEach((first, lead) -> drafts.put(first, desk.draft(lead, contactability)));
    var competing = new TreeMap<>(drafts);
    competing.values().removeIf(draft -> draft.ladder().isEmpty() || heldOut(draft));
    var allocation = allocation(List.copyOf(competing.values()));
    var chains = chains(competing, allocation);
    var decisions = new ArrayList<Decision>(firsts.length);
    for (int i = 0; i < firsts.length; i++)
      decisions.add(
          firsts[i] == i
              ? decide(drafts.get(i), Optional.ofNullable(chains.get(i)))
              : Desk.duplicate(order.leads().get(i), order.leads().get(firsts[i]).id()));
    return result(decisions, List.copyOf(competing.values()), allocation);
  }

  private boolean heldOut(Draft draft) {
    return Holdout.holds(draft.lead(), executionId, settings.routing().holdout());
  }

  private static Allocation allocation(List<Draft> drafts) {
    return new Allocation(
        drafts.stream().map(draft -> draft.ladder().orElseThrow()).toList(),
        drafts.stream().mapToInt(Draft::score).toArray());
  }

  private Map<Integer, List<Channel>> chains(Map<Integer, Draft> competing, Allocation allocation) {
    var rungs = allocation.within(budget().micros()).iterator();
    var chains = new TreeMap<Integer, List<Channel>>();
    competing.keySet().forEach(position -> chains.put(position, rungs.next().chain()));
    return chains;
  }

  private Decision decide(Draft draft, Optional<List<Channel>> chain) {
    if (draft.ladder().isEmpty()) return desk.closed(draft);
    if (chain.isEmpty()) return desk.heldOut(draft);
    return chain.get().isEmpty() ? desk.beyondBudget(draft) : desk.sent(draft, chain.get());
  }

  private Usd budget() {
    var max = settings.limits().maxOrder();
    return order.budgetTotal().filter(own -> own.compareTo(max) < 0).orElse(max);
  }

  private Plan result(List<Decision> decisions, List<Draft> competing, Allocation allocation) {
    var totals = Totals.of(decisions, planner.prices());
    var savings = Savings.of(totals.sentTo(), totals.cost(), planner.prices());
    var curve = order.dryRun() ? curve(competing, allocation) : Curve.NONE;
    return new Plan(
        decisions, totals, savings, budget(), curve, Plan.message(totals, order.dryRun()));
  }

  private Curve curve(List<Draft> competing, Allocation allocation) {
    if (competing.isEmpty()) return Curve.NONE;
    return new Curve(
        Curve.budgets(allocation.least(), allocation.whole(), budget()).stream()
            .map(budget -> point(budget, competing, allocation.within(budget.micros())))
            .toList());
  }

  private Curve.Point point(Usd budget, List<Draft> competing, List<Ladder.Rung> rungs) {
    var returns = new Returns(planner.prices(), planner.rates());
    var used = new ArrayList<Channel>();
    double conversions = 0;
    long most = 0;
    for (int i = 0; i < rungs.size(); i++) {
      var chain = rungs.get(i).chain();
      if (chain.isEmpty()) continue;
      used.add(chain.getFirst());
      most += rungs.get(i).micros();
      conversions += returns.conversions(chain, competing.get(i).facts().band());
    }
    return new Curve.Point(
        budget,
        Totals.channels(used),
        used.size(),
        new Usd(most),
        conversions,
        Desk.dollars(conversions * Returns.value(order.goal())));
  }
}
