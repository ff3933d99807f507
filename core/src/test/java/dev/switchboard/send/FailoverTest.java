package dev.switchboard.send;

import static dev.switchboard.send.Sends.NOW;
import static dev.switchboard.send.Sends.SMS;
import static dev.switchboard.send.Sends.WORDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// When a provider's second sender takes over.
class FailoverTest {

  private static final Outcome MISTAKE =
      new Outcome.Refused(Outcome.Refusal.OUR_MISTAKE, "21606", "not your number");
  private static final Outcome BUSY = new Outcome.NotTaken(Optional.empty(), "429");

  @Test
  void what_is_refused_because_of_us_goes_by_the_next_sender_at_once() {
    var claimed = Sends.attempting(SMS);

    assertEquals(
        Optional.of(
            new Change(claimed)
                .state(State.PLANNED)
                .nextSender()
                .tries(1)
                .due(NOW)
                .reason("other-sender", "refused by way of the sender before: 21606")
                .done()),
        Failover.of(claimed, MISTAKE, 2, NOW));
  }

  @Test
  void what_is_not_taken_goes_by_the_next_sender_when_it_would_be_given_up() {
    var first = Sends.attempting(SMS);
    assertEquals(Optional.empty(), Failover.of(first, BUSY, 2, NOW));
    var second = first.after(BUSY, NOW).attempting(WORDS, NOW);
    var third = second.after(BUSY, NOW).attempting(WORDS, NOW);

    assertEquals(Optional.of(1), Failover.of(third, BUSY, 2, NOW).map(Send::sender));
  }

  @Test
  void what_may_have_reached_somebody_or_is_about_the_contact_never_does() {
    var claimed = Sends.attempting(SMS);
    for (var outcome :
        List.of(
            new Outcome.Unclear("503"),
            new Outcome.Accepted("provider-1"),
            new Outcome.Refused(Outcome.Refusal.OPTED_OUT, "21610", "no"),
            new Outcome.Refused(Outcome.Refusal.BAD_ADDRESS, "21614", "no"),
            new Outcome.Refused(Outcome.Refusal.CONTENT, "30007", "no")))
      assertEquals(Optional.empty(), Failover.of(claimed, outcome, 2, NOW));
  }

  @Test
  void after_the_last_sender_the_channel_is_given_up() {
    assertEquals(Optional.empty(), Failover.of(Sends.attempting(SMS), MISTAKE, 1, NOW));
    var turned = Failover.of(Sends.attempting(SMS), MISTAKE, 2, NOW).orElseThrow();
    assertEquals(Optional.empty(), Failover.of(turned.attempting(WORDS, NOW), MISTAKE, 2, NOW));
  }
}
