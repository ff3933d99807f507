package dev.switchboard.contact;

import static dev.switchboard.contact.Asks.NOON;
import static dev.switchboard.contact.Asks.allowed;
import static dev.switchboard.contact.Asks.at;
import static dev.switchboard.contact.Asks.consenting;
import static dev.switchboard.contact.Asks.contact;
import static dev.switchboard.contact.Asks.planned;
import static dev.switchboard.contact.Asks.policy;
import static dev.switchboard.contact.Asks.responded;
import static dev.switchboard.contact.Asks.suppressed;
import static dev.switchboard.contact.Asks.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.contact.Ask.ContentFacts;
import dev.switchboard.contact.Ask.Spend;
import dev.switchboard.contact.Policy.Mode;
import dev.switchboard.contact.Suppression.Reason;
import dev.switchboard.contact.Verdict.Allow;
import dev.switchboard.contact.Verdict.Block;
import dev.switchboard.contact.Verdict.Hold;
import dev.switchboard.price.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final Gate GATE = new Gate(Rules.shipped());
  private static final Policy NOT_ATTESTED =
      new Policy(
          Mode.ENFORCE, Set.of(), 3, Duration.ofDays(7), Duration.ofHours(4), Optional.empty());

  @Test
  void a_message_that_no_rule_objects_to_is_allowed() {
    assertEquals(new Allow(), GATE.decide(allowed()));
  }

  @Test
  void a_plan_without_text_and_limit_is_allowed() {
    var spend = new Spend(Usd.of("0.05"), Optional.empty());
    assertEquals(new Allow(), GATE.decide(planned(with(allowed(), spend))));
  }

  @Test
  void who_responded_is_not_solicited_further_for_the_same() {
    var here = with(allowed(), responded(contact(), "execution-1", NOON));
    var elsewhere = with(allowed(), responded(contact(), "execution-2", NOON));

    assertEquals("responded", rule(here));
    assertEquals(new Allow(), GATE.decide(elsewhere));
    assertEquals(new Allow(), GATE.decide(with(here, Channel.SMS, Purpose.SERVICE)));
  }

  @Test
  void a_message_must_have_arrived_when_its_hours_end() {
    var sms = with(allowed(), Channel.SMS, Purpose.MARKETING);
    var end = Instant.parse("2026-03-05T02:00:00Z");
    var late = at(sms, end.minusSeconds(61));

    assertEquals(Optional.of(end), GATE.arriveBefore(late, Duration.ofHours(1)));
    assertEquals(Optional.empty(), GATE.arriveBefore(late, Duration.ofMinutes(1)));
    assertEquals(
        Optional.empty(), GATE.arriveBefore(with(late, policy(Mode.REPORT)), Duration.ofHours(1)));
    assertEquals(
        Optional.empty(),
        GATE.arriveBefore(with(late, Channel.EMAIL, Purpose.MARKETING), Duration.ofHours(1)));
  }

  @Test
  void a_message_dearer_than_what_is_left_is_blocked() {
    var spend = new Spend(Usd.of("0.050001"), Optional.of(Usd.of("0.05")));
    assertEquals(
        new Block("budget", "It may cost $0.050001, and $0.05 is left"),
        GATE.decide(with(allowed(), spend)));
  }

  @Test
  void reporting_lets_all_pass_but_opt_outs_and_tells_what_it_would_have_been() {
    var midnight = at(with(allowed(), policy(Mode.REPORT)), NOON.plus(Duration.ofHours(12)));
    var out = suppression(Optional.empty(), Optional.empty(), Reason.OPT_OUT);
    var takenBack = consent(Optional.empty(), Consent.Kind.REVOKED, NOON);

    assertEquals(new Allow(), GATE.decide(midnight));
    assertEquals("hours-tcpa", ((Hold) GATE.decideAsIfEnforced(midnight)).rule());
    assertEquals("optout-all", rule(with(midnight, suppressed(contact(), out))));
    assertEquals("sms-consent", rule(with(midnight, consenting(contact(), takenBack))));
  }

  /// Every subset of objections at once; the first in order is told.
  @Test
  void the_first_objection_in_order_is_the_one_told() {
    var order =
        List.of(
            "optout-all",
            "responded",
            "sms-consent",
            "sms-length",
            "budget",
            "frequency-cap",
            "cool-down",
            "hours-tcpa");
    for (int bits = 0; bits < 1 << order.size(); bits++) {
      var subset = BitSet.valueOf(new long[] {bits});
      var wrong = subset.stream().mapToObj(order::get).toList();
      assertEquals(
          wrong.stream().findFirst(),
          objection(GATE.decideAsIfEnforced(troubled(Set.copyOf(wrong)))));
    }
  }

  @Test
  void every_rule_that_is_told_stands_in_the_data() {
    for (var rule :
        List.of(
            "optout-all",
            "medium",
            "suppressed",
            "responded",
            "sms-consent",
            "ai-voice",
            "dnc",
            "reassigned",
            "email",
            "optout-notice",
            "sms-length",
            "budget",
            "frequency-cap",
            "cool-down",
            "holidays",
            "quiet-days",
            "zones")) assertTrue(GATE.rules().rules().containsKey(rule), rule);
  }

  private static Ask troubled(Set<String> wrong) {
    var now = wrong.contains("hours-tcpa") ? NOON.plus(Duration.ofHours(12)) : NOON;
    var touches = new ArrayList<Touch>();
    if (wrong.contains("frequency-cap"))
      for (var send : List.of("a", "b", "c")) touches.add(touch(send, now.minusSeconds(400_000)));
    if (wrong.contains("cool-down")) touches.add(touch("d", now.minusSeconds(60)));
    var contact =
        new Contact(
            contact().id(),
            Optional.empty(),
            contact().phone(),
            contact().email(),
            contact().clues(),
            wrong.contains("sms-consent")
                ? List.of()
                : List.of(consent(Optional.empty(), Consent.Kind.WRITTEN, NOON)),
            wrong.contains("optout-all")
                ? List.of(suppression(Optional.empty(), Optional.empty(), Reason.OPT_OUT))
                : List.of(),
            touches,
            wrong.contains("responded") ? Map.of("execution-1", NOON) : Map.of(),
            List.of(),
            Set.of(),
            1);
    var ask = with(with(at(allowed(), now), contact), NOT_ATTESTED);
    if (wrong.contains("sms-length")) ask = with(ask, new ContentFacts(3, true, true, true));
    if (wrong.contains("budget"))
      ask = with(ask, new Spend(Usd.of("0.05"), Optional.of(Usd.of("0.04"))));
    return ask;
  }

  private static Optional<String> objection(Verdict verdict) {
    return switch (verdict) {
      case Allow _ -> Optional.empty();
      case Hold(_, var rule, _) -> Optional.of(rule);
      case Block(var rule, _) -> Optional.of(rule);
    };
  }

  private static String rule(Ask ask) {
    return objection(GATE.decide(ask)).orElse("allowed");
  }

  private static Suppression suppression(
      Optional<Channel> channel, Optional<String> address, Reason reason) {
    return new Suppression(channel, address, reason, "sms STOP", NOON);
  }

  private static Consent consent(Optional<Channel> channel, Consent.Kind kind, Instant at) {
    return new Consent(channel, kind, "web form", at);
  }

  private static Touch touch(String send, Instant at) {
    return new Touch(send, Channel.EMAIL, Purpose.MARKETING, at);
  }
}
