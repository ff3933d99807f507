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

  /// How an invitation gets to somebody.
  sealed interface Way {

    /// From then on, over the first channel that may be used.
    record From(Instant at) implements Way {}

    /// Over none.
    ///
    /// @param because the rules of the outbound gate, channel by channel, or why there is no
    ///   channel
    record Barred(String because) implements Way {}
  }

  static Way way(Gate gate, Contact contact, Policy policy, Instant now) {
    if (contact.erased()) return new Way.Barred(Pool.ERASED);
    var ways =
        CHANNELS.stream()
            .filter(channel -> contact.address(channel).isPresent())
            .map(channel -> way(gate.decide(ask(contact, channel, policy, now)), now))
            .toList();
    return ways.stream()
        .filter(Way.From.class::isInstance)
        .findFirst()
        .or(() -> ways.stream().reduce(Reach::both))
        .orElse(new Way.Barred(Pool.NO_ADDRESS));
  }

  private static Way both(Way one, Way other) {
    return one instanceof Way.Barred(var first)
            && other instanceof Way.Barred(var second)
            && !first.equals(second)
        ? new Way.Barred(first + "+" + second)
        : one;
  }

  private static Way way(Verdict verdict, Instant now) {
    return switch (verdict) {
      case Verdict.Allow _ -> new Way.From(now);
      case Verdict.Hold(var until, _, _) -> new Way.From(until);
      case Verdict.Block(var rule, _) -> new Way.Barred(rule);
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
