package dev.switchboard.contact;

import static dev.switchboard.contact.Asks.allowed;
import static dev.switchboard.contact.Asks.planned;
import static dev.switchboard.contact.Asks.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.contact.Ask.ContentFacts;
import dev.switchboard.contact.Verdict.Allow;
import dev.switchboard.contact.Verdict.Block;
import dev.switchboard.contact.Verdict.Hold;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentRulesTest {

  private static final Gate GATE = new Gate(Rules.shipped());

  @Test
  void a_marketing_mail_is_not_planned_without_the_owners_postal_address() {
    var ask = planned(with(allowed(), Channel.EMAIL, Purpose.MARKETING));
    var nowhere =
        new Policy(
            Policy.Mode.ENFORCE,
            Set.of(),
            3,
            Duration.ofDays(7),
            Duration.ofHours(4),
            Optional.empty());

    assertEquals("email", rule(with(ask, nowhere)));
    assertEquals(new Allow(), GATE.decide(ask));
    assertEquals(
        new Allow(), GATE.decide(with(with(ask, nowhere), Channel.EMAIL, Purpose.SERVICE)));
  }

  @Test
  void a_marketing_mail_carries_an_unsubscribe_link_and_a_postal_address() {
    var ask = with(allowed(), Channel.EMAIL, Purpose.MARKETING);
    assertEquals("email", rule(with(ask, new ContentFacts(0, false, true, true))));
    assertEquals("email", rule(with(ask, new ContentFacts(0, true, false, true))));
    assertEquals(new Allow(), GATE.decide(with(ask, new ContentFacts(0, true, true, false))));
  }

  @Test
  void a_collections_text_or_mail_says_how_to_opt_out() {
    var silent = new ContentFacts(1, true, true, false);
    for (var channel : List.of(Channel.SMS, Channel.EMAIL)) {
      var ask = with(with(allowed(), channel, Purpose.COLLECTIONS), silent);
      assertEquals("optout-notice", rule(ask));
      assertEquals(new Allow(), GATE.decide(with(ask, channel, Purpose.SERVICE)));
    }
  }

  @Test
  void a_text_of_three_segments_is_blocked() {
    assertEquals(
        new Block("sms-length", "The text has 3 segments, at most 2 are sent"),
        GATE.decide(with(allowed(), new ContentFacts(3, false, false, true))));
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
}
