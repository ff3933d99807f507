package dev.switchboard.functions.providers.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.functions.aws.MemoryLedger;
import dev.switchboard.functions.aws.Table;
import dev.switchboard.functions.providers.traffic.Standing.Outage;
import dev.switchboard.send.Content;
import dev.switchboard.send.Limits;
import dev.switchboard.send.Outcome;
import dev.switchboard.send.Provider;
import dev.switchboard.send.Report;
import dev.switchboard.send.Send;
import dev.switchboard.send.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StandingTest {

  private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

  @RegisterExtension private static final DynamoEngine engine = new DynamoEngine("Sends");

  private final Table table = new Table(engine.client(), "Sends");
  private final Traffic traffic = new Traffic(table, new MemoryLedger(true), () -> NOW);

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

  private static Provider vendor(String name, Limits limits) {
    return new Vendor(name, Optional.of(limits));
  }

  private Outage outage(Provider vendor, Instant now) {
    return Standing.of(table, vendor, now).outage();
  }

  @Test
  void of_a_provider_that_nobody_asked_there_is_nothing_to_say() {
    assertEquals(
        new Standing(new Outage.Closed(0), Optional.of(0L), Optional.empty()),
        Standing.of(table, vendor("new", Limits.perSecond(1)), NOW));
    assertEquals(
        new Standing(new Outage.Closed(0), Optional.empty(), Optional.of(0L)),
        Standing.of(table, vendor("new", Limits.atOnce(4)), NOW));
  }

  @Test
  void failures_are_counted_until_it_is_left_alone_and_then_asked_by_one() {
    var vendor = vendor("failing", Limits.NONE);
    var silence = new Outcome.Unclear("no answer");

    for (int failure = 1; failure <= 4; failure++) traffic.told(vendor, silence);
    assertEquals(new Outage.Closed(4), outage(vendor, NOW));

    traffic.told(vendor, silence);
    assertEquals(new Outage.Open(NOW.plusSeconds(60)), outage(vendor, NOW));
    assertEquals(new Outage.HalfOpen(), outage(vendor, NOW.plusSeconds(60)));

    traffic.told(vendor, new Outcome.Accepted("id"));
    assertEquals(new Outage.Closed(0), outage(vendor, NOW));
  }

  @Test
  void turns_that_lie_ahead_are_sends_that_wait() {
    var vendor = vendor("slow", Limits.perSecond(1));
    var turns = new Turns(table, Traffic.key(vendor), vendor.limits().orElseThrow().perSecond());

    for (int send = 0; send < 5; send++) turns.next(NOW);

    assertEquals(Optional.of(4L), Standing.of(table, vendor, NOW).waiting());
    assertEquals(Optional.of(2L), Standing.of(table, vendor, NOW.plusSeconds(2)).waiting());
    assertEquals(Optional.of(0L), Standing.of(table, vendor, NOW.plusSeconds(60)).waiting());
  }
}
