package dev.switchboard.contact;

import static dev.switchboard.contact.Asks.NOON;
import static dev.switchboard.contact.Asks.PHONE;
import static dev.switchboard.contact.Asks.allowed;
import static dev.switchboard.contact.Asks.contact;
import static dev.switchboard.contact.Asks.suppressed;
import static dev.switchboard.contact.Asks.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.contact.Suppression.Reason;
import dev.switchboard.contact.Verdict.Allow;
import dev.switchboard.contact.Verdict.Block;
import dev.switchboard.contact.Verdict.Hold;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuppressionsTest {

  private static final Gate GATE = new Gate(Rules.shipped());

  @Test
  void who_opted_out_of_everything_is_out_on_every_channel_and_purpose() {
    var out = suppression(Optional.empty(), Optional.empty(), Reason.OPT_OUT);
    for (var channel : Channel.values())
      for (var purpose : Purpose.values())
        assertEquals(
            new Block("optout-all", "Opted out since 2026-03-04T17:00:00Z (sms STOP)"),
            GATE.decide(with(with(allowed(), channel, purpose), suppressed(contact(), out))));
  }

  @Test
  void who_ruled_out_a_channel_is_reached_over_another() {
    var noTexts = suppression(Optional.of(Channel.SMS), Optional.empty(), Reason.OPT_OUT);
    var ask = with(allowed(), suppressed(contact(), noTexts));

    assertEquals("medium", rule(ask));
    assertEquals(new Allow(), GATE.decide(with(ask, Channel.EMAIL, Purpose.MARKETING)));
  }

  @Test
  void who_opted_out_at_the_provider_of_a_telephone_is_out_on_it_and_reached_by_mail() {
    var said = Suppression.atProvider(Channel.SMS, "twilio 21610", NOON);
    var ask = with(allowed(), suppressed(contact(), said.toArray(Suppression[]::new)));

    for (var channel : List.of(Channel.SMS, Channel.VOICE_CALL, Channel.VOICEMAIL))
      assertEquals("medium", rule(with(ask, channel, Purpose.MARKETING)));
    assertEquals(new Allow(), GATE.decide(with(ask, Channel.EMAIL, Purpose.MARKETING)));
  }

  @Test
  void no_source_that_a_person_writes_is_taken_for_a_providers() {
    assertTrue(Suppression.atProvider(Channel.EMAIL, "outbox 21610", NOON).getFirst().atProvider());
    for (var source : List.of("sms STOP", "at provider twilio 21610, told by mary", "twilio 21610"))
      assertFalse(
          new Suppression(Optional.of(Channel.SMS), Optional.empty(), Reason.OPT_OUT, source, NOON)
              .atProvider());
  }

  @Test
  void who_ruled_out_an_address_is_reached_at_another() {
    var this_ = suppression(Optional.empty(), Optional.of(PHONE), Reason.OPT_OUT);
    var other = suppression(Optional.empty(), Optional.of("+13055550123"), Reason.OPT_OUT);

    assertEquals("medium", rule(with(allowed(), suppressed(contact(), this_))));
    assertEquals(new Allow(), GATE.decide(with(allowed(), suppressed(contact(), other))));
  }

  @Test
  void an_address_that_does_not_work_is_no_opt_out() {
    for (var reason : List.of(Reason.BOUNCED, Reason.BAD_NUMBER, Reason.OWNER, Reason.ERASED)) {
      var dead = suppression(Optional.of(Channel.SMS), Optional.empty(), reason);
      assertEquals("suppressed", rule(with(allowed(), suppressed(contact(), dead))));
    }
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
}
