package dev.switchboard.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Verdict;
import dev.switchboard.outreach.TurnedDown.Reason;
import dev.switchboard.price.PriceTable;
import dev.switchboard.price.Usd;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Compliance before contactability before budget before the owner's rules before the score, for
/// whatever leads, verdicts, budgets, rules and goals.
class PrecedenceTest {

  private static final int CASES = 6_000;

  private record Given(Order order, OutreachSettings settings, Contactability contactability) {

    static Given any(Random random) {
      var leads = new ArrayList<Lead>();
      for (int i = random.nextInt(1, 6); i > 0; i--) leads.add(Leads.any(random, i));
      var goal = Leads.pick(Goal.values(), random);
      var perLead = money(random, 140);
      var total = money(random, 400);
      return new Given(
          Leads.order(goal, leads, perLead, total),
          random.nextBoolean() ? OutreachSettings.DEFAULT : Leads.rules(rule(random)),
          Leads.any(random.nextLong()));
    }

    private static Optional<Usd> money(Random random, int cents) {
      if (random.nextBoolean()) return Optional.empty();
      return Optional.of(new Usd(random.nextInt(cents) * 10_000L));
    }

    private static OwnerRule rule(Random random) {
      var prefer = Leads.pick(Channel.values(), random);
      return new OwnerRule(OwnerRule.Trait.INDUSTRY, "enterprise", prefer);
    }

    Plan plan() {
      return Leads.plan(order, settings, contactability);
    }
  }

  @Test
  void every_lead_gets_one_decision_that_accounts_for_every_channel() {
    Cases.check(
        CASES,
        random -> {
          var given = Given.any(random);
          var plan = given.plan();
          assertEquals(given.order.leads().size(), plan.decisions().size());
          for (var decision : plan.decisions()) {
            var named = EnumSet.noneOf(Channel.class);
            decision.route().ifPresent(route -> named.addAll(route.chain()));
            for (var down : decision.turnedDown()) assertTrue(named.add(down.channel()));
            assertEquals(EnumSet.allOf(Channel.class), named);
          }
        });
  }

  @Test
  void what_the_law_or_an_address_closes_is_never_used_and_says_so() {
    Cases.check(
        CASES,
        random -> {
          var given = Given.any(random);
          for (var decision : given.plan().decisions())
            for (var channel : Channel.values()) {
              var lead = decision.lead();
              if (lead.address(channel).isEmpty())
                assertEquals(Reason.CONTACTABILITY, reason(decision, channel));
              else if (given.contactability.of(lead, channel) instanceof Verdict.Block)
                assertEquals(Reason.COMPLIANCE, reason(decision, channel));
            }
        });
  }

  @Test
  void no_lead_and_no_order_costs_more_than_its_limit() {
    Cases.check(
        CASES,
        random -> {
          var given = Given.any(random);
          var plan = given.plan();
          assertTrue(plan.totals().allowance().compareTo(plan.budget()) <= 0);
          for (var decision : plan.decisions()) {
            if (decision.route().isEmpty()) continue;
            var route = decision.route().get();
            assertEquals(PriceTable.DEFAULT.of(route.chain()).high(), route.allowance());
            given
                .order
                .budgetPerLead()
                .ifPresent(limit -> assertTrue(route.allowance().compareTo(limit) <= 0));
          }
        });
  }

  @Test
  void an_owners_rule_wins_unless_something_stronger_closes_its_channel() {
    Cases.check(
        CASES,
        random -> {
          var given = Given.any(random);
          if (given.settings.routing().rules().isEmpty()) return;
          var rule = given.settings.routing().rules().getFirst();
          for (var decision : given.plan().decisions()) {
            if (!rule.matches(decision.lead())) continue;
            if (decision.channel().equals(Optional.of(rule.prefer()))) continue;
            var stronger =
                decision.route().isPresent()
                        && decision.route().get().chain().contains(rule.prefer())
                    ? Reason.BUDGET
                    : reason(decision, rule.prefer());
            assertTrue(
                Set.of(Reason.COMPLIANCE, Reason.CONTACTABILITY, Reason.BUDGET).contains(stronger));
          }
        });
  }

  @Test
  void without_limits_and_rules_the_tree_decides() {
    Cases.check(
        CASES,
        random -> {
          var lead = Leads.any(random, 1);
          if (lead.score().isEmpty()) return;
          var contactability = Leads.any(random.nextLong());
          var goal = Leads.pick(Goal.values(), random);
          var order = Leads.order(goal, lead);
          var decision =
              Leads.plan(order, OutreachSettings.DEFAULT, contactability).decisions().getFirst();
          assertEquals(treeByHand(lead, goal, contactability), decision.channel());
        });
  }

  @Test
  void no_voice_is_paid_without_a_given_score_or_an_owners_rule() {
    Cases.check(
        CASES,
        random -> {
          var given = Given.any(random);
          for (var decision : given.plan().decisions()) {
            if (decision.scoring().basis() == Scoring.Basis.GIVEN) continue;
            if (given.settings.routing().rules().stream().anyMatch(r -> r.matches(decision.lead())))
              continue;
            var chain = decision.route().map(Route::chain).orElse(List.of());
            assertFalse(chain.contains(Channel.VOICE_CALL) || chain.contains(Channel.VOICEMAIL));
          }
        });
  }

  @Test
  void without_outcomes_no_choice_is_explained_by_them() {
    Cases.check(
        CASES,
        random -> {
          for (var decision : Given.any(random).plan().decisions()) {
            assertNotEquals(Objections.VALUE, decision.rule());
            for (var down : decision.turnedDown()) assertNotEquals(Objections.VALUE, down.rule());
          }
        });
  }

  @Test
  void a_plan_repeats_itself() {
    Cases.check(
        500,
        random -> {
          var given = Given.any(random);
          assertEquals(given.plan(), given.plan());
        });
  }

  private static Optional<Channel> treeByHand(Lead lead, Goal goal, Contactability contactability) {
    var score = lead.score().orElseThrow().value();
    if (score >= 8 && goal == Goal.APPOINTMENT && usable(lead, Channel.VOICE_CALL, contactability))
      return Optional.of(Channel.VOICE_CALL);
    if (score >= 5 && usable(lead, Channel.VOICEMAIL, contactability))
      return Optional.of(Channel.VOICEMAIL);
    if (usable(lead, Channel.EMAIL, contactability)) return Optional.of(Channel.EMAIL);
    if (usable(lead, Channel.SMS, contactability)) return Optional.of(Channel.SMS);
    return Optional.empty();
  }

  private static boolean usable(Lead lead, Channel channel, Contactability contactability) {
    return lead.address(channel).isPresent()
        && !(contactability.of(lead, channel) instanceof Verdict.Block);
  }

  private static Reason reason(Decision decision, Channel channel) {
    return decision.turnedDown().stream()
        .filter(down -> down.channel() == channel)
        .findFirst()
        .orElseThrow()
        .reason();
  }
}
