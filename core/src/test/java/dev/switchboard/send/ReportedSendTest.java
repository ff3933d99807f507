package dev.switchboard.send;

import static dev.switchboard.send.Sends.CALL;
import static dev.switchboard.send.Sends.NOW;
import static dev.switchboard.send.Sends.SMS;
import static dev.switchboard.send.Sends.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.switchboard.contact.Verdict;
import dev.switchboard.price.Usd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What providers report, and when.
class ReportedSendTest {

  @Test
  void an_accepted_send_costs_the_expected_price_until_the_provider_says_otherwise() {
    var accepted = Sends.accepted(SMS);
    assertEquals(SMS.price(), accepted.cost());
    assertEquals(SMS.price(), accepted.reported(report(State.DELIVERED), "provider-1").cost());

    var priced = new Report(State.DELIVERED, "told", Optional.of(Usd.of("0.0237")), NOW);
    assertEquals(Usd.of("0.0237"), accepted.reported(priced, "provider-1").cost());
  }

  @Test
  void a_price_that_is_told_later_replaces_the_expected_one_once() {
    var delivered = Sends.accepted(SMS).reported(report(State.DELIVERED), "provider-1");
    var priced = new Report(State.DELIVERED, "told", Optional.of(Usd.of("0.0237")), NOW);
    var charged = delivered.reported(priced, "provider-1");

    assertEquals(new Change(delivered).cost(Usd.of("0.0237")).done(), charged);
    assertSame(charged, charged.reported(priced, "provider-1"));
    assertSame(charged, charged.reported(report(State.DELIVERED), "provider-1"));
    assertSame(delivered, delivered.reported(priced, "provider-2"));
  }

  @Test
  void a_report_that_comes_before_the_answer_of_the_provider_settles_it() {
    var reported = Sends.attempting(SMS).reported(report(State.DELIVERED), "provider-1");

    assertEquals(State.DELIVERED, reported.state());
    assertEquals(Optional.of("provider-1"), reported.providerId());
    assertEquals(SMS.price(), reported.cost());
    assertEquals(Optional.empty(), reported.due());
  }

  @Test
  void a_report_proves_that_one_held_for_absent_has_left() {
    var again = Sends.unknown(SMS).sighted(new Sighting.Absent(), NOW.plus(Timing.SETTLING));

    assertEquals(State.DELIVERED, again.reported(report(State.DELIVERED), "provider-1").state());
  }

  @Test
  void a_report_proves_that_a_parked_one_has_left() {
    var parked = Sends.unknown(SMS).sighted(new Sighting.Unclear(), NOW.plus(Timing.PARKING));

    for (var state : List.of(State.DELIVERED, State.UNDELIVERED, State.ANSWERED)) {
      var reported = parked.reported(report(state), "provider-1");
      assertEquals(state, reported.state());
      assertEquals(Optional.of("provider-1"), reported.providerId());
      assertEquals(SMS.price(), reported.cost());
      assertEquals(Optional.empty(), reported.due());
    }
  }

  @Test
  void a_report_proves_that_one_withdrawn_after_an_unclear_attempt_has_left() {
    var again = Sends.unknown(SMS).sighted(new Sighting.Absent(), NOW.plus(Timing.SETTLING));
    var withdrawn = again.cancelled("cancelled", "by a person");
    var stopped = again.judged(new Verdict.Block("optout-all", "STOP"));
    var notTaken =
        Sends.attempting(SMS)
            .after(new Outcome.NotTaken(Optional.empty(), "refused"), NOW)
            .cancelled("cancelled", "by a person");

    assertEquals(State.DELIVERED, withdrawn.reported(report(State.DELIVERED), "p").state());
    assertEquals(State.DELIVERED, stopped.reported(report(State.DELIVERED), "p").state());
    assertSame(notTaken, notTaken.reported(report(State.DELIVERED), "p"));
  }

  @Test
  void a_report_of_a_send_that_never_left_changes_nothing() {
    var planned = Sends.planned(SMS);
    var blocked = planned.judged(new Verdict.Block("budget", "spent"));

    assertSame(planned, planned.reported(report(State.DELIVERED), "provider-1"));
    assertSame(blocked, blocked.reported(report(State.DELIVERED), "provider-1"));
  }

  @Test
  void without_a_report_a_call_is_closed_after_two_hours_and_a_text_after_a_day() {
    assertEquals(List.of(5L, 15L, 35L, 75L, 120L), asked(CALL));
    assertEquals(List.of(5L, 15L, 35L, 75L, 155L, 315L, 635L, 1275L, 1440L), asked(SMS));
  }

  /// After how many minutes the provider is asked, until the send is closed.
  private static List<Long> asked(Step step) {
    var minutes = new ArrayList<Long>();
    var send = Sends.accepted(step);
    while (!send.state().settled()) {
      minutes.add(Duration.between(NOW, send.due().orElseThrow()).toMinutes());
      send = send.unreported(send.due().orElseThrow());
    }
    assertEquals(State.NO_REPORT, send.state());
    return minutes;
  }
}
