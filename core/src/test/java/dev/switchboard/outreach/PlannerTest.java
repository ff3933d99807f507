package dev.switchboard.outreach;

import static dev.switchboard.outreach.Leads.channels;
import static dev.switchboard.outreach.Leads.lead;
import static dev.switchboard.outreach.Leads.order;
import static dev.switchboard.outreach.Leads.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Verdict;
import dev.switchboard.outreach.Decision.Status;
import dev.switchboard.price.PriceRange;
import dev.switchboard.price.PriceTable;
import dev.switchboard.price.Usd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final Lead SARAH = lead("sarah", "+12125550101", "sarah@example.com", 9);
  private static final Lead JOHN = lead("john", "+12125550102", "john@example.com", 6);
  private static final Lead BOB = lead("bob", "", "bob@example.com", 3);
  private static final Lead GENERIC = lead("generic", "", "info@example.com", 0);

  @Test
  void the_sources_four_leads_go_where_it_says() {
    var decisions = plan(order(Goal.APPOINTMENT, SARAH, JOHN, BOB, GENERIC)).decisions();

    assertRow(
        "score-call",
        "0.75",
        channels("voice_call", "voicemail", "sms", "email"),
        decisions.get(0));
    assertRow("score-voicemail", "0.15", channels("voicemail", "sms", "email"), decisions.get(1));
    assertRow("email", "0.02", channels("email"), decisions.get(2));
    assertRow("email", "0.02", channels("email"), decisions.get(3));
  }

  @Test
  void fifty_leads_cost_ten_forty_over_four_channels() {
    var leads = new ArrayList<Lead>();
    for (int i = 0; i < 10; i++) leads.add(lead("call" + i, "+1212555010" + i, "", 8));
    for (int i = 0; i < 15; i++) leads.add(lead("vm" + i, "+121255502%02d".formatted(i), "", 7));
    for (int i = 0; i < 5; i++) leads.add(lead("sms" + i, "+1212555030" + i, "", 2));
    for (int i = 0; i < 20; i++) leads.add(lead("mail" + i, "", "lead%d@x.com".formatted(i), 0));

    var plan = plan(order(Goal.APPOINTMENT, leads.toArray(Lead[]::new)));

    assertEquals(
        Map.of(Channel.VOICE_CALL, 10, Channel.VOICEMAIL, 15, Channel.SMS, 5, Channel.EMAIL, 20),
        plan.totals().channels());
    assertEquals(PriceRange.of("6.95", "10.40", "13.65"), plan.totals().cost());
    assertEquals("Would send to 50 leads via 4 channels", plan.message());
  }

  @Test
  void savings_are_told_at_both_ends() {
    var prices = PriceTable.DEFAULT;
    var smart =
        prices.of(Map.of(Channel.VOICE_CALL, 100, Channel.VOICEMAIL, 300, Channel.EMAIL, 600));

    var savings = Savings.of(1_000, smart, prices);

    assertEquals(PriceRange.of("500", "750", "1000"), savings.allCalls());
    assertEquals(PriceRange.of("10", "20", "20"), savings.allEmail());
    assertEquals(PriceRange.of("86", "132", "172"), savings.plan());
    assertEquals(List.of(Usd.of("328"), Usd.of("914")), List.of(savings.least(), savings.most()));
  }

  @Test
  void a_lead_without_address_is_unreachable_and_not_counted() {
    var plan = plan(order(Goal.NURTURE, lead("nobody", "", "", 9), BOB));

    assertEquals(Status.UNREACHABLE, plan.decisions().getFirst().status());
    assertEquals(1, plan.totals().sentTo());
    assertEquals("Would send to 1 lead via 1 channel", plan.message());
  }

  @Test
  void without_consent_for_voice_the_mail_goes_first_and_the_text_follows() {
    var decision = only(plan(order(Goal.APPOINTMENT, SARAH), OutreachSettings.DEFAULT, NO_VOICE));

    assertRow("email", "0.02", channels("email", "sms"), decision);
    assertEquals(
        List.of(
            "call: no written consent for an AI voice (ai-voice)",
            "voicemail: no written consent for an AI voice (ai-voice)"),
        texts(decision));
  }

  @Test
  void the_mail_is_followed_by_a_text_only_when_the_voicemail_is_closed() {
    assertRow("email", "0.02", channels("email"), only(plan(order(Goal.NURTURE, low()))));
    assertEquals(
        List.of(
            "call: score 4 is below 8 (score-call)",
            "voicemail: score 4 is below 5 (score-voicemail)",
            "SMS: e-mail reaches the lead for less (email)"),
        texts(only(plan(order(Goal.NURTURE, low())))));
  }

  @Test
  void a_worked_out_score_pays_no_voice() {
    var founder =
        lead(
            "founder",
            "+12125550103",
            "f@acme.com",
            0,
            Leads.traits(Optional.of("enterprise"), Optional.of("Founder")));

    var decision = only(plan(order(Goal.APPOINTMENT, founder)));

    assertEquals(Optional.of(new LeadScore(8)), decision.scoring().score());
    assertRow("email", "0.02", channels("email", "sms"), decision);
    assertEquals(
        "call: score 8 is a guess, and no voice is paid on a guess (guess)",
        texts(decision).getFirst());
  }

  @Test
  void an_owners_rule_is_kept_before_the_score() {
    var rules =
        Leads.rules(new OwnerRule(OwnerRule.Trait.INDUSTRY, "enterprise", Channel.VOICE_CALL));
    var big = lead("big", "+12125550104", "big@acme.com", 2, Leads.industry("enterprise"));

    var decision = only(plan(order(Goal.NURTURE, big), rules, Leads.ANYBODY));

    assertRow(
        "owner-rule:1", "0.75", channels("voice_call", "voicemail", "sms", "email"), decision);
  }

  @Test
  void an_owners_rule_that_the_law_forbids_is_told() {
    var rules =
        Leads.rules(new OwnerRule(OwnerRule.Trait.INDUSTRY, "enterprise", Channel.VOICE_CALL));
    var big = lead("big", "+12125550104", "big@acme.com", 9, Leads.industry("enterprise"));

    var decision = only(plan(order(Goal.APPOINTMENT, big), rules, NO_VOICE));

    assertRow("email", "0.02", channels("email", "sms"), decision);
    assertEquals(
        List.of("the owner's rule 1 asks for call, which is not possible"), decision.remarks());
  }

  @Test
  void below_ten_cents_only_mail_is_used() {
    var plan =
        plan(
            order(Goal.APPOINTMENT, List.of(SARAH), Optional.of(Usd.of("0.09")), Optional.empty()));

    assertRow("budget-email-only", "0.02", channels("email"), only(plan));
  }

  @Test
  void the_limit_per_lead_covers_the_fallbacks() {
    var plan =
        plan(
            order(Goal.APPOINTMENT, List.of(SARAH), Optional.of(Usd.of("0.24")), Optional.empty()));

    assertRow("score-voicemail", "0.15", channels("voicemail", "email"), only(plan));
    assertEquals(Usd.of("0.22"), only(plan).route().orElseThrow().allowance());
    assertEquals(
        List.of(
            "call: it may cost $1.00, and the limit per lead is $0.24 (budget-per-lead)",
            "SMS: with what is tried before it, it exceeds the limit per lead (budget-per-lead)"),
        texts(only(plan)));
  }

  @Test
  void a_scarce_budget_gives_the_call_to_the_best_lead() {
    var nine = lead("nine", "+12125550105", "nine@example.com", 9);
    var six = lead("six", "+12125550106", "six@example.com", 6);

    var plan =
        plan(
            order(
                Goal.APPOINTMENT,
                List.of(six, nine),
                Optional.empty(),
                Optional.of(Usd.of("1.50"))));

    assertEquals(Optional.of(Channel.VOICE_CALL), plan.decisions().get(1).channel());
    assertTrue(plan.totals().allowance().compareTo(Usd.of("1.50")) <= 0);
  }

  @Test
  void with_no_money_at_all_everybody_is_over_budget() {
    var plan =
        plan(order(Goal.APPOINTMENT, List.of(SARAH, BOB), Optional.empty(), Optional.of(Usd.ZERO)));

    assertEquals(2, plan.totals().statuses().get(Status.OVER_BUDGET));
    assertEquals("budget-total", plan.decisions().getFirst().rule());
  }

  @Test
  void a_hold_keeps_the_channel_and_gives_a_due_time() {
    var morning = Leads.NOW.plusSeconds(50_000);
    Contactability night = (_, _) -> new Verdict.Hold(morning, "hours-tcpa", "after 21:00");

    var decision = only(plan(order(Goal.APPOINTMENT, SARAH), OutreachSettings.DEFAULT, night));

    assertEquals(Status.HELD, decision.status());
    assertEquals(Optional.of(Channel.VOICE_CALL), decision.channel());
    assertEquals(
        Optional.of(new Route.Due(morning, "hours-tcpa", "after 21:00")),
        decision.route().orElseThrow().due());
  }

  @Test
  void a_holdout_of_all_sends_nothing() {
    var all =
        Leads.settings(
            new OutreachSettings.Routing(
                OutreachSettings.Thresholds.DEFAULT, List.of(), true, false, 1));

    var decision = only(plan(order(Goal.APPOINTMENT, SARAH), all, Leads.ANYBODY));

    assertEquals(Status.HOLDOUT, decision.status());
  }

  @Test
  void the_curve_rises_to_no_limit() {
    var points = plan(order(Goal.APPOINTMENT, SARAH, JOHN, BOB, GENERIC)).curve().points();

    assertTrue(points.size() >= 6);
    for (int i = 1; i < points.size(); i++) {
      assertTrue(points.get(i - 1).budget().compareTo(points.get(i).budget()) < 0);
      assertTrue(points.get(i - 1).expectedConversions() <= points.get(i).expectedConversions());
      assertTrue(points.get(i).mostCost().compareTo(points.get(i).budget()) <= 0);
    }
    assertEquals(4, points.getFirst().leads());
    assertEquals(1, points.getLast().channels().get(Channel.VOICE_CALL));
  }

  @Test
  void outcomes_move_the_choice_and_are_named_as_the_reason() {
    var rates = Rates.learned(List.of(new Observation(Channel.SMS, Band.LOW, 5_000, 250)));
    var planner = new Planner(PriceTable.DEFAULT, new Rubric(), rates);

    var decision =
        only(
            planner.plan(
                order(Goal.NURTURE, low()),
                OutreachSettings.DEFAULT,
                Leads.ANYBODY,
                "execution-1",
                Leads.NOW));

    assertRow("expected-value", "0.05", channels("sms", "email"), decision);
  }

  static final Contactability NO_VOICE =
      (_, channel) ->
          switch (channel) {
            case VOICE_CALL, VOICEMAIL ->
                new Verdict.Block("ai-voice", "no written consent for an AI voice");
            case SMS, EMAIL -> new Verdict.Allow();
          };

  private static Lead low() {
    return lead("low", "+12125550107", "low@example.com", 4);
  }

  private static Decision only(Plan plan) {
    assertEquals(1, plan.decisions().size());
    return plan.decisions().getFirst();
  }

  private static List<String> texts(Decision decision) {
    return decision.turnedDown().stream().map(TurnedDown::text).toList();
  }

  private static void assertRow(String rule, String price, List<Channel> chain, Decision decision) {
    var route = decision.route().orElseThrow();
    assertEquals(rule, decision.rule());
    assertEquals(chain, route.chain());
    assertEquals(Usd.of(price), route.cost().expected());
  }
}
