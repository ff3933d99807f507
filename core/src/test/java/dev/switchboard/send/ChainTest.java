package dev.switchboard.send;

import static dev.switchboard.send.Sends.CALL;
import static dev.switchboard.send.Sends.EMAIL;
import static dev.switchboard.send.Sends.SMS;
import static dev.switchboard.send.Sends.report;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.contact.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChainTest {

  private static final Duration COOL_DOWN = Duration.ofMinutes(30);
  private static final Duration PATIENCE = Duration.ofHours(24);
  private static final Chain CHAIN = new Chain(COOL_DOWN, 3, PATIENCE);

  @Test
  void what_did_not_reach_anybody_goes_on_after_the_cool_down() {
    for (var state : List.of(State.NO_ANSWER, State.UNDELIVERED, State.BOUNCED))
      assertEquals(Optional.of(COOL_DOWN), CHAIN.next(reported(state, CALL, SMS)));
    var refused = new Outcome.Refused(Outcome.Refusal.BAD_ADDRESS, "21614", "no mobile");
    assertEquals(
        Optional.of(COOL_DOWN), CHAIN.next(Sends.attempting(CALL, SMS).after(refused, Sends.NOW)));
  }

  @Test
  void what_arrived_waits_for_a_reaction_and_a_mail_only_for_the_cool_down() {
    for (var state : List.of(State.DELIVERED, State.VOICEMAIL))
      assertEquals(Optional.of(PATIENCE), CHAIN.next(reported(state, CALL, SMS)));
    assertEquals(Optional.of(COOL_DOWN), CHAIN.next(reported(State.DELIVERED, EMAIL, SMS)));
  }

  @Test
  void a_rule_of_the_channel_goes_on_at_once_and_a_rule_of_the_contact_ends_it() {
    for (var rule : List.of("sms-consent", "ai-voice", "medium", "suppressed", "budget"))
      assertEquals(Optional.of(Duration.ZERO), CHAIN.next(blocked(rule)), rule);
    for (var rule : List.of("optout-all", "responded", "frequency-cap"))
      assertEquals(Optional.empty(), CHAIN.next(blocked(rule)), rule);
  }

  @Test
  void who_opted_out_at_the_provider_is_reached_at_once_on_what_is_not_its_telephone() {
    var refused = new Outcome.Refused(Outcome.Refusal.OPTED_OUT, "21610", "unsubscribed");

    assertEquals(
        Optional.of(Duration.ZERO),
        CHAIN.next(Sends.attempting(SMS, EMAIL).after(refused, Sends.NOW)));
  }

  @Test
  void nothing_follows_what_is_not_settled_or_was_answered() {
    for (var send :
        List.of(
            Sends.planned(CALL, SMS),
            Sends.attempting(CALL, SMS),
            Sends.unknown(CALL, SMS),
            Sends.accepted(CALL, SMS),
            reported(State.ANSWERED, CALL, SMS),
            Sends.planned(CALL, SMS).cancelled("cancelled", "by a person"),
            Sends.unknown(CALL, SMS)
                .sighted(new Sighting.Unclear(), Sends.NOW.plus(Timing.PARKING))))
      assertEquals(Optional.empty(), CHAIN.next(send), send.state().wire());
  }

  @Test
  void it_ends_with_the_last_channel_and_with_the_most_steps() {
    assertEquals(Optional.empty(), CHAIN.next(reported(State.NO_ANSWER, CALL)));
    var one = new Chain(COOL_DOWN, 1, PATIENCE);
    assertEquals(Optional.empty(), one.next(reported(State.NO_ANSWER, CALL, SMS)));
  }

  private static Send reported(State state, Step... chain) {
    return Sends.accepted(chain).reported(report(state), "provider-1");
  }

  private static Send blocked(String rule) {
    return Sends.planned(CALL, SMS).judged(new Verdict.Block(rule, "no"));
  }
}
