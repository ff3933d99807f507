package dev.switchboard.functions.providers.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.Cases;
import dev.switchboard.OwnerId;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Purpose;
import dev.switchboard.contact.Verdict;
import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.functions.aws.MemoryLedger;
import dev.switchboard.functions.aws.Table;
import dev.switchboard.functions.providers.traffic.Traffic.Turn;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Content;
import dev.switchboard.send.Limits;
import dev.switchboard.send.Outcome;
import dev.switchboard.send.Provider;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Report;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import dev.switchboard.send.Sighting;
import dev.switchboard.send.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrafficTest {

  private static final Instant START = Instant.parse("2026-11-23T18:00:00Z");
  private static final OwnerId OWNER = new OwnerId("acme");
  private static final Outcome ACCEPTED = new Outcome.Accepted("id");
  private static final Outcome SILENCE = new Outcome.Unclear("no answer");
  private static final Outcome UNREACHED = new Outcome.NotTaken(Optional.empty(), "refused");

  @RegisterExtension private static final DynamoEngine engine = new DynamoEngine("Sends");

  private static int providers;

  private final MemoryLedger ledger = new MemoryLedger(true);
  private Instant now = START;

  /// Another process.
  private Traffic process() {
    return new Traffic(new Table(engine.client(), "Sends"), ledger, () -> now);
  }

  /// Asked nothing here but what it takes.
  private record Vendor(String name, Optional<Limits> limits) implements Provider {

    @Override
    public Outcome attempt(Send send, Content content, Optional<Instant> before) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Sighting find(Send send) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Report> reports(Send send) {
      throw new UnsupportedOperationException();
    }
  }

  private static Provider vendor(Limits limits) {
    return new Vendor("vendor-" + providers++, Optional.of(limits));
  }

  private Send send(int number) {
    var id =
        SendId.of(
            OWNER,
            new PurposeId("purpose-%08d".formatted(providers)),
            0,
            new ContactId("contact-%08d".formatted(number)),
            0);
    var step = new Step(Channel.SMS, "+12125550100", Usd.ZERO, Usd.ZERO);
    return Send.planned(
        id, OWNER, Purpose.MARKETING, List.of(step), Optional.empty(), Map.of(), now);
  }

  private static boolean asks(Turn turn) {
    return turn instanceof Turn.Now;
  }

  @Test
  void who_fails_five_times_in_a_row_is_left_alone_by_all_and_then_asked_by_one() {
    var vendor = vendor(Limits.NONE);
    var one = process();
    var other = process();

    for (int failure = 1; failure <= 5; failure++) {
      assertTrue(asks(one.turn(vendor, send(failure))));
      one.told(vendor, failure % 2 == 0 ? SILENCE : UNREACHED);
    }
    now = now.plusSeconds(2);

    var later = (Turn.Later) other.turn(vendor, send(6));
    assertEquals("provider-down", later.reason().rule());
    assertTrue(!later.due().isBefore(START.plusSeconds(60)));
    assertTrue(later.due().isBefore(START.plusSeconds(81)));
    now = START.plusSeconds(61);
    var turns = List.of(other.turn(vendor, send(6)), one.turn(vendor, send(7)));
    assertEquals(List.of(true, false), turns.stream().map(TrafficTest::asks).toList());

    other.told(vendor, ACCEPTED);
    now = now.plusSeconds(2);
    assertTrue(asks(one.turn(vendor, send(7))) && asks(process().turn(vendor, send(8))));
  }

  @Test
  void a_probe_that_fails_closes_for_another_minute() {
    var vendor = vendor(Limits.NONE);
    var traffic = process();
    for (int failure = 1; failure <= 5; failure++) traffic.told(vendor, SILENCE);
    now = now.plusSeconds(61);
    assertTrue(asks(traffic.turn(vendor, send(1))));
    traffic.told(vendor, SILENCE);

    now = now.plusSeconds(59);
    assertTrue(!asks(process().turn(vendor, send(2))));
    now = now.plusSeconds(2);
    assertTrue(asks(process().turn(vendor, send(2))));
  }

  @Test
  void a_probe_that_never_comes_back_makes_room_for_another() {
    var vendor = vendor(Limits.NONE);
    for (int failure = 1; failure <= 5; failure++) process().told(vendor, SILENCE);
    now = now.plusSeconds(61);
    assertTrue(asks(process().turn(vendor, send(1))));
    assertTrue(!asks(process().turn(vendor, send(2))));

    now = now.plusSeconds(31);
    assertTrue(asks(process().turn(vendor, send(2))));
  }

  @Test
  void refusals_and_too_many_requests_do_not_count_as_failures() {
    var vendor = vendor(Limits.NONE);
    var traffic = process();
    var refused = new Outcome.Refused(Outcome.Refusal.BAD_ADDRESS, "21614", "no mobile");
    var tooMany = new Outcome.NotTaken(Optional.of(Duration.ofSeconds(1)), "429");

    for (int times = 0; times < 20; times++)
      for (var outcome : List.of(SILENCE, SILENCE, tooMany, SILENCE, SILENCE, refused))
        traffic.told(vendor, outcome);

    assertTrue(asks(traffic.turn(vendor, send(1))));
  }

  @Test
  void too_many_requests_keep_everybody_away_as_long_as_the_provider_says() {
    var vendor = vendor(Limits.perSecond(1));
    process().told(vendor, new Outcome.NotTaken(Optional.of(Duration.ofSeconds(30)), "429"));

    var later = (Turn.Later) process().turn(vendor, send(1));
    assertEquals(START.plusSeconds(30), later.due());
  }

  @Test
  void however_many_processes_ask_turns_are_given_at_the_rate_and_none_is_lost() {
    Cases.check(
        20,
        random -> {
          now = START;
          var rate = random.nextInt(1, 20);
          var vendor = vendor(Limits.perSecond(rate));
          var processes = List.of(process(), process(), process());
          var waiting = new PriorityQueue<>(Comparator.comparing((Send it) -> it.due().get()));
          var count = random.nextInt(10, 120);
          for (int number = 0; number < count; number++) waiting.add(send(number));
          var given = new ArrayList<Instant>();

          while (!waiting.isEmpty()) {
            var next = waiting.poll();
            if (next.due().get().isAfter(now)) now = next.due().get();
            switch (processes.get(random.nextInt(3)).turn(vendor, next)) {
              case Turn.Now _ -> given.add(now);
              case Turn.Later(var due, var reason) ->
                  waiting.add(next.judged(new Verdict.Hold(due, reason.rule(), reason.because())));
            }
            now = now.plusMillis(random.nextInt(3));
          }

          assertEquals(count, given.size());
          var most =
              given.stream()
                  .mapToLong(from ->
                      given.stream()
                          .filter(it -> !it.isBefore(from) && it.isBefore(from.plusSeconds(1)))
                          .count())
                  .max()
                  .orElseThrow();
          assertTrue(most <= 2L * rate, most + " in a second at a rate of " + rate);
          var seconds = Duration.between(START, given.getLast()).toMillis() / 1000.0;
          assertTrue(seconds <= 4.0 + (double) count / rate, seconds + " s for " + count);
        });
  }

  @Test
  void only_so_many_calls_are_on_the_line_and_those_that_ended_make_room() {
    var vendor = vendor(Limits.atOnce(2));
    var sends = IntStream.range(0, 4).mapToObj(this::send).toList();
    ledger.plan(sends);
    for (var send : sends.subList(0, 2)) {
      assertTrue(asks(process().turn(vendor, send)));
      assertTrue(ledger.advance(send, send.attempting(new Content(Optional.empty(), "Hi"), now)));
    }
    now = now.plusSeconds(90);

    var busy = (Turn.Later) process().turn(vendor, sends.get(2));
    assertEquals("provider-busy", busy.reason().rule());
    var first = ledger.find(sends.getFirst().id()).orElseThrow();
    ledger.advance(first, first.after(new Outcome.Refused(Outcome.Refusal.CONTENT, "1", ""), now));
    assertTrue(asks(process().turn(vendor, sends.get(2))));
    assertTrue(!asks(process().turn(vendor, sends.get(3))));
  }
}
