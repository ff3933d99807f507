package dev.switchboard.campaign;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.List;

/// What is missing when all who are available do not suffice, and what would be enough.
public sealed interface Shortfall {

  /// So many more contractors of one tier would be enough.
  record Enough(Tier tier, int more) {}

  /// Each on its own; tiers of which not even a thousand would help are left out.
  List<Enough> enough();

  /// The printed formula finds too few expected bids.
  ///
  /// @param bids of its target that remain, above 0
  record OfBids(BigDecimal bids, List<Enough> enough) implements Shortfall {
    public OfBids {
      enough = List.copyOf(enough);
    }
  }

  /// The wanted confidence cannot be reached.
  ///
  /// @param reachable with everybody who may be invited
  record OfConfidence(Probability wanted, Probability reachable, List<Enough> enough)
      implements Shortfall {
    public OfConfidence {
      enough = List.copyOf(enough);
    }
  }

  /// For a person: `confidence unreachable: at most 71.0 %; 3 more of tier 1 would be enough`.
  default String told() {
    var missing =
        switch (this) {
          case OfBids(var bids, _) ->
              "%s expected bids are missing".formatted(bids.toPlainString());
          case OfConfidence(_, var reachable, _) ->
              "confidence unreachable: at most " + reachable.shown();
        };
    if (enough().isEmpty()) return missing;
    return enough().stream()
        .map(one -> one.more() + " more of " + one.tier().told())
        .collect(joining(" or ", missing + "; ", " would be enough"));
  }
}
