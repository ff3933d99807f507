package dev.switchboard.functions.aws;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Purpose;
import dev.switchboard.price.Usd;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import dev.switchboard.send.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Values that the tests of the ports share. Each test takes a purpose and an owner of its own, so
/// that one engine serves all.
final class Ports {

  static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");
  static final Step SMS = new Step(Channel.SMS, "+12125550101", Usd.of("0.01"), Usd.of("0.03"));
  static final Step EMAIL =
      new Step(Channel.EMAIL, "a|b%7C@example.org", Usd.of("0.001"), Usd.of("0.001"));

  private static final AtomicInteger COUNT = new AtomicInteger();

  private Ports() {}

  static OwnerId owner() {
    return new OwnerId("owner-" + COUNT.incrementAndGet());
  }

  static PurposeId purpose() {
    return new PurposeId("purpose-%08d".formatted(COUNT.incrementAndGet()));
  }

  static ContactId contact(int number) {
    return new ContactId("contact-%08d".formatted(number));
  }

  /// A planned send with everything in it that a row can hold.
  static Send send(OwnerId owner, PurposeId purpose, int shard, int contact) {
    return Send.planned(
        SendId.of(owner, purpose, shard, contact(contact), 0),
        owner,
        Purpose.MARKETING,
        List.of(SMS, EMAIL),
        Optional.of(Usd.of("2")),
        Map.of("lead", "sarah", "name", "Sarah Lee"),
        NOW);
  }
}
