package dev.switchboard.send;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Purpose;
import dev.switchboard.price.Usd;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sends to test with.
final class Sends {

  static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");
  static final OwnerId OWNER = new OwnerId("acme");
  static final PurposeId PURPOSE = new PurposeId("purpose-00000001");
  static final ContactId CONTACT = new ContactId("contact-00000001");
  static final Step SMS = new Step(Channel.SMS, "+12125550101", Usd.of("0.01"), Usd.of("0.03"));
  static final Step CALL =
      new Step(Channel.VOICE_CALL, "+12125550101", Usd.of("0.50"), Usd.of("0.75"));
  static final Step EMAIL =
      new Step(Channel.EMAIL, "sarah@example.org", Usd.of("0.001"), Usd.of("0.001"));
  static final Content WORDS = new Content(Optional.empty(), "Hello");

  private Sends() {}

  /// A first step that is due now.
  static Send planned(Step... chain) {
    return Send.planned(
        SendId.of(OWNER, PURPOSE, 5, CONTACT, 0),
        OWNER,
        Purpose.MARKETING,
        List.of(chain),
        Optional.of(Usd.of("2")),
        Map.of("lead", "sarah"),
        NOW);
  }

  static Send attempting(Step... chain) {
    return planned(chain).attempting(WORDS, NOW);
  }

  static Send accepted(Step... chain) {
    return attempting(chain).after(new Outcome.Accepted("provider-1"), NOW);
  }

  static Send unknown(Step... chain) {
    return attempting(chain).after(new Outcome.Unclear("503"), NOW);
  }

  static Report report(State state) {
    return new Report(state, "told", Optional.empty(), NOW.plusSeconds(5));
  }
}
