package dev.switchboard.functions.campaign;

import dev.switchboard.contact.Ask;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.Gate;
import dev.switchboard.contact.Policy;
import dev.switchboard.contact.Purpose;
import dev.switchboard.contact.Verdict;
import dev.switchboard.price.PriceTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// By which channel somebody can be invited, and when.
final class Reach {

  /// The better way to reach somebody on a building site comes first.
  static final List<Channel> CHANNELS = List.of(Channel.SMS, Channel.EMAIL);

  private Reach() {}

  /// The first moment at which an invitation can leave over the first channel that may be used;
  /// empty if there is none.
  static Optional<Instant> first(Gate gate, Contact contact, Policy policy, Instant now) {
    return CHANNELS.stream()
        .filter(channel -> contact.address(channel).isPresent())
        .flatMap(channel -> leaves(gate, ask(contact, channel, policy, now)).stream())
        .findFirst();
  }

  private static Optional<Instant> leaves(Gate gate, Ask ask) {
    return switch (gate.decide(ask)) {
      case Verdict.Allow _ -> Optional.of(ask.now());
      case Verdict.Hold(var until, _, _) -> Optional.of(until);
      case Verdict.Block _ -> Optional.empty();
    };
  }

  private static Ask ask(Contact contact, Channel channel, Policy policy, Instant now) {
    return new Ask(
        "",
        "",
        channel,
        Purpose.MARKETING,
        contact.address(channel).orElseThrow(),
        contact,
        List.of(),
        policy,
        new Ask.Spend(PriceTable.DEFAULT.of(channel).high(), Optional.empty()),
        Optional.empty(),
        now);
  }
}
