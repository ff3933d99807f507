package dev.switchboard.send;

import static dev.switchboard.send.Sends.CALL;
import static dev.switchboard.send.Sends.EMAIL;
import static dev.switchboard.send.Sends.NOW;
import static dev.switchboard.send.Sends.SMS;
import static dev.switchboard.send.Sends.WORDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import dev.switchboard.price.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What a provider could not deliver for a reason that passes is tried again.
class PassingTest {

  private static final Objection PASSING = new Objection(Objection.Kind.PASSING, "twilio 30003");

  @Test
  void it_is_planned_again_later_and_ends_with_the_third_attempt() {
    var first = Sends.accepted(SMS, EMAIL).reported(passing(NOW), "provider-1");
    assertEquals(
        new Change(Sends.accepted(SMS, EMAIL))
            .sunk()
            .state(State.PLANNED)
            .tries(1)
            .due(NOW.plus(Duration.ofMinutes(15)))
            .reason("passing", "30003, attempt 1: later again")
            .done(),
        first);
    assertTrue(first.comesAgain());

    var second = accepted(first, "provider-2").reported(passing(NOW), "provider-2");
    assertEquals(Optional.of(NOW.plus(Duration.ofMinutes(30))), second.due());
    assertEquals(2, second.attempts());

    var third = accepted(second, "provider-3").reported(passing(NOW), "provider-3");
    assertEquals(State.UNDELIVERED, third.state());
    assertEquals(Optional.of(new Reason("reported", "30003")), third.reason());
    assertEquals(3, third.attempts());
  }

  @Test
  void each_message_that_was_taken_is_paid_for() {
    var planned = Sends.accepted(SMS).reported(passing(NOW), "provider-1");
    var accepted = accepted(planned, "provider-2");
    assertEquals(SMS.price(), planned.cost());
    assertEquals(SMS.price().plus(SMS.price()), accepted.cost());

    var priced = new Report(State.DELIVERED, "told", Optional.of(Usd.of("0.0237")), NOW);
    var delivered = accepted.reported(priced, "provider-2");
    assertEquals(SMS.price().plus(Usd.of("0.0237")), delivered.cost());
    assertSame(delivered, delivered.reported(priced, "provider-2"));
    assertEquals(SMS.price(), planned.reported(priced, "provider-1").cost());
  }

  @Test
  void what_is_told_of_the_attempt_before_changes_nothing_but_that_it_arrived() {
    var planned = Sends.accepted(SMS).reported(passing(NOW), "provider-1");
    var attempting = planned.attempting(WORDS, NOW);
    var unknown = attempting.after(new Outcome.Unclear("503"), NOW);
    var accepted = attempting.after(new Outcome.Accepted("provider-2"), NOW);

    for (var send : List.of(planned, attempting, unknown, accepted)) {
      assertSame(send, send.reported(passing(NOW), "provider-1"));
      assertSame(send, send.reported(Sends.report(State.UNDELIVERED), "provider-1"));
      assertSame(send, send.reported(passing(NOW), "provider-0"));
      var arrived = send.reported(Sends.report(State.DELIVERED), "provider-1");
      assertEquals(State.DELIVERED, arrived.state());
    }
    assertTrue(planned.superseded("provider-1"));
    assertFalse(planned.superseded("provider-2"));
    assertFalse(accepted.superseded("provider-2"));
  }

  @Test
  void an_unclear_attempt_that_the_report_is_about_is_tried_again_if_it_was_the_only_one() {
    var only = Sends.unknown(SMS);
    assertEquals(State.PLANNED, only.reported(passing(NOW), "provider-1").state());

    var later = NOW.plus(Timing.SETTLING);
    var two =
        only.sighted(new Sighting.Absent(), later)
            .attempting(WORDS, later)
            .after(new Outcome.Unclear("503"), later);
    assertEquals(State.UNDELIVERED, two.reported(passing(later), "provider-1").state());
  }

  @Test
  void what_is_settled_or_parked_is_not_tried_again() {
    var parked = Sends.unknown(SMS).sighted(new Sighting.Unclear(), NOW.plus(Timing.PARKING));
    var unreported = Sends.accepted(SMS).unreported(NOW.plus(Duration.ofDays(1)));

    for (var send : List.of(parked, unreported))
      assertEquals(State.UNDELIVERED, send.reported(passing(NOW), "provider-1").state());
  }

  @Test
  void a_report_that_somebody_was_reached_never_has_it_tried_again() {
    var odd = Sends.report(State.DELIVERED).with(PASSING);

    assertEquals(State.DELIVERED, Sends.accepted(SMS).reported(odd, "provider-1").state());
  }

  @Test
  void a_refusal_that_is_reported_ends_it_by_its_own_rule() {
    for (var kind : Objection.Kind.values()) {
      if (kind == Objection.Kind.PASSING) continue;
      var report = Sends.report(State.UNDELIVERED).with(new Objection(kind, "twilio 30007"));
      var rule =
          switch (kind) {
            case CONTENT -> "content-refused";
            case OUR_MISTAKE -> "our-mistake";
            default -> "reported";
          };
      assertEquals(
          Optional.of(new Reason(rule, "told")),
          Sends.accepted(CALL).reported(report, "provider-1").reason());
    }
  }

  @Test
  void reports_in_any_order_and_number_never_have_more_than_three_attempts_begun() {
    Cases.check(2_000, PassingTest::live);
  }

  /// Each attempt is taken as another message, and whatever was ever taken is told of again.
  private static void live(Random random) {
    var send = Sends.planned(SMS, EMAIL);
    var taken = new ArrayList<String>();
    var now = NOW;
    var arrived = false;
    for (int i = 0; i < 40; i++) {
      now = now.plus(Duration.ofMinutes(random.nextInt(40)));
      if (Next.of(send, now) == Next.ATTEMPT) {
        assertFalse(arrived, "sent again though it arrived");
        taken.add("provider-" + (taken.size() + 1));
        send = send.attempting(WORDS, now);
        if (random.nextInt(4) > 0) send = send.after(new Outcome.Accepted(taken.getLast()), now);
      } else if (!taken.isEmpty()) {
        var about = taken.get(random.nextInt(taken.size()));
        var delivered = random.nextInt(20) == 0;
        var report = delivered ? Sends.report(State.DELIVERED) : passing(now);
        var before = send;
        send = send.reported(report, about);
        arrived |= send.state() == State.DELIVERED;
        if (before.state() == State.ACCEPTED && send.state() == State.PLANNED)
          assertEquals(taken.getLast(), about);
      }
      assertTrue(send.attempts() <= Timing.MAX_PASSING);
    }
  }

  private static Report passing(Instant at) {
    return new Report(State.UNDELIVERED, "30003", Optional.of(PASSING), Optional.<Usd>empty(), at);
  }

  private static Send accepted(Send planned, String providerId) {
    return planned.attempting(WORDS, NOW).after(new Outcome.Accepted(providerId), NOW);
  }
}
