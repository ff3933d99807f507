package dev.switchboard.send;

import static dev.switchboard.send.Sends.CALL;
import static dev.switchboard.send.Sends.EMAIL;
import static dev.switchboard.send.Sends.NOW;
import static dev.switchboard.send.Sends.SMS;
import static dev.switchboard.send.Sends.WORDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchboard.contact.Channel;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Ruling.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a person decides of a parked send.
class RulingTest {

  private static final Chain CHAIN = new Chain(Duration.ofMinutes(30), 3, Duration.ofHours(24));
  private static final Step VOICEMAIL =
      new Step(Channel.VOICEMAIL, CALL.address(), CALL.price(), CALL.high());

  @Test
  void each_finding_settles_it_or_has_it_tried_once_more() {
    assertEquals(
        Map.of(
            Finding.DELIVERED, State.DELIVERED,
            Finding.UNDELIVERED, State.UNDELIVERED,
            Finding.NOT_SENT, State.REJECTED,
            Finding.SEND_AGAIN, State.PLANNED),
        states(SMS));
    assertEquals(
        Map.of(
            Finding.DELIVERED, State.ANSWERED,
            Finding.UNDELIVERED, State.NO_ANSWER,
            Finding.NOT_SENT, State.REJECTED,
            Finding.SEND_AGAIN, State.PLANNED),
        states(CALL));
    assertEquals(State.VOICEMAIL, states(VOICEMAIL).get(Finding.DELIVERED));
  }

  private static Map<Finding, State> states(Step step) {
    return Map.of(
        Finding.DELIVERED, ruling(Finding.DELIVERED).on(parked(step)).state(),
        Finding.UNDELIVERED, ruling(Finding.UNDELIVERED).on(parked(step)).state(),
        Finding.NOT_SENT, ruling(Finding.NOT_SENT).on(parked(step)).state(),
        Finding.SEND_AGAIN, ruling(Finding.SEND_AGAIN).on(parked(step)).state());
  }

  @Test
  void it_names_who_decided_and_costs_only_what_left() {
    var decided = ruling(Finding.DELIVERED).on(parked(SMS));

    assertEquals(Optional.of(ruling(Finding.DELIVERED)), decided.ruling());
    assertEquals(Optional.of(new Reason("decided", "mary decided: delivered")), decided.reason());
    assertEquals(SMS.price(), decided.cost());
    assertEquals(Usd.ZERO, ruling(Finding.NOT_SENT).on(parked(SMS)).cost());
  }

  @Test
  void the_chain_goes_on_as_after_such_a_report() {
    assertEquals(Optional.of(Duration.ofHours(24)), next(Finding.DELIVERED, SMS, EMAIL));
    assertEquals(Optional.of(Duration.ofMinutes(30)), next(Finding.UNDELIVERED, SMS, EMAIL));
    assertEquals(Optional.of(Duration.ofMinutes(30)), next(Finding.NOT_SENT, SMS, EMAIL));
    assertEquals(Optional.empty(), next(Finding.SEND_AGAIN, SMS, EMAIL));
    assertEquals(Optional.empty(), next(Finding.DELIVERED, CALL, SMS));
  }

  private static Optional<Duration> next(Finding finding, Step... chain) {
    return CHAIN.next(ruling(finding).on(parked(chain)));
  }

  @Test
  void what_is_tried_once_more_and_stays_unclear_is_parked_again() {
    var later = NOW.plus(Timing.PARKING);
    var again =
        ruling(Finding.SEND_AGAIN)
            .on(parked(SMS))
            .attempting(WORDS, later)
            .after(new Outcome.Unclear("503"), later);

    var absent = new Sighting.Absent();
    assertEquals(State.UNKNOWN, again.sighted(absent, later.plus(Timing.SETTLING)).state());
    assertEquals(State.PARKED, again.sighted(absent, later.plus(Timing.PARKING)).state());
  }

  @Test
  void a_report_of_the_provider_is_better_evidence_whenever_it_comes() {
    for (var finding : Finding.values())
      for (var state : List.of(State.DELIVERED, State.UNDELIVERED, State.ANSWERED)) {
        var told = ruling(finding).on(parked(SMS)).reported(Sends.report(state), "provider-1");
        assertEquals(state, told.state(), finding + " and then " + state);
        assertEquals(Optional.of("provider-1"), told.providerId());
        assertEquals(Optional.of(new Reason("reported", "told")), told.reason());
        assertEquals(Optional.of(ruling(finding)), told.ruling());
      }
  }

  @Test
  void only_what_is_parked_can_be_decided() {
    for (var send : List.of(Sends.planned(SMS), Sends.unknown(SMS), Sends.accepted(SMS)))
      assertThrows(IllegalStateException.class, () -> ruling(Finding.NOT_SENT).on(send));
  }

  @Test
  void an_erasure_keeps_the_decision_and_not_the_note() {
    var decided = ruling(Finding.NOT_SENT).on(parked(SMS)).anonymous();

    assertEquals(
        Optional.of(new Ruling(Finding.NOT_SENT, "mary", NOW, Optional.empty())), decided.ruling());
  }

  private static Send parked(Step... chain) {
    return Sends.unknown(chain).sighted(new Sighting.Unclear(), NOW.plus(Timing.PARKING));
  }

  private static Ruling ruling(Finding finding) {
    return new Ruling(finding, "mary", NOW, Optional.of("looked it up"));
  }
}
