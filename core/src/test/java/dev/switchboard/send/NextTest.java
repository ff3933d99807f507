package dev.switchboard.send;

import static dev.switchboard.send.Sends.NOW;
import static dev.switchboard.send.Sends.SMS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.contact.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NextTest {

  @Test
  void a_send_that_is_due_has_one_thing_to_do_by_its_state() {
    var held = Sends.planned(SMS).judged(new Verdict.Hold(NOW.plusSeconds(60), "hours-tcpa", "x"));
    var wanted =
        Map.of(
            Sends.planned(SMS),
            Next.ATTEMPT,
            held,
            Next.ATTEMPT,
            Sends.attempting(SMS),
            Next.EXPIRE,
            Sends.unknown(SMS),
            Next.RECONCILE,
            Sends.accepted(SMS),
            Next.POLL);

    wanted.forEach((send, next) -> assertEquals(next, Next.of(send, send.due().orElseThrow())));
  }

  @Test
  void before_its_due_time_there_is_nothing_to_do() {
    for (var send :
        List.of(Sends.planned(SMS), Sends.attempting(SMS), Sends.unknown(SMS), Sends.accepted(SMS)))
      assertEquals(Next.NOTHING, Next.of(send, send.due().orElseThrow().minusMillis(1)));
  }

  @Test
  void a_settled_send_is_left_alone_for_ever() {
    var settled = Sends.accepted(SMS).reported(Sends.report(State.DELIVERED), "provider-1");

    assertEquals(Next.NOTHING, Next.of(settled, NOW.plusSeconds(1_000_000_000)));
  }
}
