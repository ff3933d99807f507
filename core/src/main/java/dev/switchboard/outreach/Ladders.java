package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.outreach.Ladder.Rung;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the ladders of an order's leads; leads alike share one.
final class Ladders {

  private final Strategy strategy;
  private final Returns returns;
  private final Goal goal;
  private final Map<Strategy.Case, Optional<Ladder>> known = new HashMap<>();

  Ladders(Strategy strategy, Returns returns, Goal goal) {
    this.strategy = strategy;
    this.returns = returns;
    this.goal = goal;
  }

  /// Empty when the strategy takes none of the open channels.
  Optional<Ladder> of(Strategy.Case lead) {
    return known.computeIfAbsent(lead, this::make);
  }

  private Optional<Ladder> make(Strategy.Case lead) {
    var chains = strategy.chains(lead);
    if (chains.isEmpty()) return Optional.empty();
    var whole = chains.getFirst();
    var others = new ArrayList<Rung>();
    for (var chain : chains)
      for (var part : parts(chain)) if (!part.equals(whole)) others.add(rung(part, lead));
    return Optional.of(Ladder.of(rung(whole, lead), others));
  }

  /// The chain with all, some or none of its fallbacks.
  private static List<List<Channel>> parts(List<Channel> chain) {
    var parts = new ArrayList<List<Channel>>();
    parts.add(List.of(chain.getFirst()));
    for (var fallback : chain.subList(1, chain.size()))
      for (var part : List.copyOf(parts)) {
        var longer = new ArrayList<>(part);
        longer.add(fallback);
        parts.add(List.copyOf(longer));
      }
    return parts;
  }

  /// A lead that a rule of the owner's asks for is worth to him what the best lead is.
  private Rung rung(List<Channel> chain, Strategy.Case lead) {
    var band = lead.rule().isPresent() ? Band.HIGH : lead.band();
    var worth = lead.rule().isPresent() ? Goal.APPOINTMENT : goal;
    var micros = returns.prices().of(chain).high().micros();
    return new Rung(chain, micros, returns.net(chain, band, worth));
  }
}
