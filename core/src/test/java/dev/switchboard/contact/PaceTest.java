package dev.switchboard.contact;

import static dev.switchboard.contact.Asks.NOON;
import static dev.switchboard.contact.Asks.allowed;
import static dev.switchboard.contact.Asks.at;
import static dev.switchboard.contact.Asks.contact;
import static dev.switchboard.contact.Asks.touched;
import static dev.switchboard.contact.Asks.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.contact.Verdict.Allow;
import dev.switchboard.contact.Verdict.Hold;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Gate GATE = new Gate(Rules.shipped());

  @Test
  void a_contact_is_held_until_the_oldest_attempt_leaves_the_window() {
    var contact =
        touched(
            contact(),
            touch("a", NOON.minus(Duration.ofDays(7)).plusSeconds(90)),
            touch("b", NOON.minus(Duration.ofDays(5))),
            touch("c", NOON.minus(Duration.ofDays(1))));
    var ask = with(allowed(), contact);

    assertEquals(
        new Hold(NOON.plusSeconds(90), "frequency-cap", "3 attempts within 7 days; at most 3"),
        GATE.decide(ask));
    assertEquals(new Allow(), GATE.decide(at(ask, NOON.plusSeconds(90))));
    assertEquals(new Allow(), GATE.decide(with(ask, Channel.SMS, Purpose.SERVICE)));
  }

  @Test
  void with_more_attempts_than_the_cap_as_many_must_leave_as_are_too_many() {
    var contact =
        touched(
            contact(),
            touch("a", NOON.minus(Duration.ofDays(6))),
            touch("b", NOON.minus(Duration.ofDays(5))),
            touch("c", NOON.minus(Duration.ofDays(4))),
            touch("d", NOON.minus(Duration.ofDays(3))));
    var hold = (Hold) GATE.decide(with(allowed(), contact));
    assertEquals(NOON.plus(Duration.ofDays(2)), hold.until());
  }

  @Test
  void a_hold_that_the_last_attempt_outlasts_ends_when_that_is_far_enough() {
    var contact =
        touched(
            contact(),
            touch("a", NOON.minus(Duration.ofDays(7)).plusSeconds(90)),
            touch("b", NOON.minus(Duration.ofDays(5))),
            touch("c", NOON.minusSeconds(60)));

    assertEquals(
        new Hold(
            NOON.plus(Duration.ofHours(4)).minusSeconds(60),
            "frequency-cap",
            "3 attempts within 7 days; at most 3"),
        GATE.decide(with(allowed(), contact)));
  }

  @Test
  void an_attempt_of_the_same_send_does_not_count() {
    var contact =
        touched(
            contact(),
            touch("a", NOON.minus(Duration.ofDays(2))),
            touch("b", NOON.minus(Duration.ofDays(1))),
            touch("this-send", NOON.minusSeconds(1)));
    assertEquals(new Allow(), GATE.decide(with(allowed(), contact)));
  }

  @Test
  void two_attempts_lie_apart() {
    var contact = touched(contact(), touch("a", NOON.minus(Duration.ofHours(1))));
    var ask = with(allowed(), contact);

    assertEquals(
        new Hold(
            NOON.plus(Duration.ofHours(3)),
            "cool-down",
            "The last attempt was at 2026-03-04T16:00:00Z; at least 4 hours lie between two"),
        GATE.decide(ask));
    assertEquals(new Allow(), GATE.decide(at(ask, NOON.plus(Duration.ofHours(3)))));
  }

  @Test
  void a_hold_that_would_end_at_night_ends_in_the_morning() {
    var evening = Instant.parse("2026-03-05T00:00:00Z");
    var contact = touched(contact(), touch("a", evening.minusSeconds(60)));

    var hold = (Hold) GATE.decide(at(with(allowed(), contact), evening));

    assertEquals("cool-down", hold.rule());
    assertEquals(Instant.parse("2026-03-05T13:00:00Z"), hold.until());
  }

  private static Touch touch(String send, Instant at) {
    return new Touch(send, Channel.EMAIL, Purpose.MARKETING, at);
  }
}
