package dev.switchboard.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// How many of a ranked list are invited, and what each of them adds.
///
/// The smallest number, first come first, with which the wanted confidence is reached; where it
/// cannot be, the smallest within [Defaults#NEAR_ENOUGH] of what can. One pass: the chance after
/// each one is what adding him left.
final class Prefix {

  private static final int MOST_MORE = 1_000;

  private final int length;
  private final double[] reach;
  private final Optional<Shortfall> shortfall;
  private final int cut;

  private Prefix(int length, double[] reach, Optional<Shortfall> shortfall, int cut) {
    this.length = length;
    this.reach = reach;
    this.shortfall = shortfall;
    this.cut = cut;
  }

  /// What a prefix is chosen by.
  ///
  /// @param most invitations that the budget takes
  /// @param perTier chance of one more contractor of a tier, for what would be enough
  record Choice(Probability wanted, int most, List<Tier> tiers, ToDoubleFunction<Tier> perTier) {}

  /// @param count the outlook without any of them; is used up
  /// @param chances of each to bring a bid in time, in their order
  static Prefix smallest(BidCount count, double[] chances, Choice choice) {
    var reach = new double[chances.length + 1];
    reach[0] = count.enough();
    int length = 0;
    while (length < chances.length && !reached(reach[length], choice.wanted())) {
      count.add(chances[length]);
      reach[++length] = count.enough();
    }
    if (reached(reach[length], choice.wanted()))
      return cut(length, reach, Optional.empty(), choice.most());
    var shortfall =
        new Shortfall.OfConfidence(
            choice.wanted(), Probability.rounded(reach[length]), enough(count, choice));
    return cut(near(reach), reach, Optional.of(shortfall), choice.most());
  }

  /// How many of the list.
  int length() {
    return length;
  }

  /// How many more it would have been if the budget allowed them.
  int cut() {
    return cut;
  }

  Optional<Shortfall> shortfall() {
    return shortfall;
  }

  /// The chance of enough bids with the first `people` of the list, 0 to [#length].
  Probability with(int people) {
    return Probability.rounded(reach[people]);
  }

  Probability confidence() {
    return with(length);
  }

  private static boolean reached(double reach, Probability wanted) {
    return reach >= wanted.value() - Probability.TOLERANCE;
  }

  private static Prefix cut(int length, double[] reach, Optional<Shortfall> shortfall, int most) {
    int kept = Math.min(length, most);
    return new Prefix(kept, reach, shortfall, length - kept);
  }

  /// The first within reach of the last. Where next to nothing can be reached that would be nobody:
  /// then everybody, for some bids are better than none.
  private static int near(double[] reach) {
    int last = reach.length - 1;
    if (reach[last] <= Defaults.NEAR_ENOUGH) return last;
    int length = 0;
    while (reach[length] < reach[last] - Defaults.NEAR_ENOUGH - Probability.TOLERANCE) length++;
    return length;
  }

  private static List<Shortfall.Enough> enough(BidCount all, Choice choice) {
    var enough = new ArrayList<Shortfall.Enough>();
    for (var tier : choice.tiers()) {
      var chance = choice.perTier().applyAsDouble(tier);
      var count = all.copy();
      int more = 0;
      while (more < MOST_MORE && !reached(count.enough(), choice.wanted())) {
        count.add(chance);
        more++;
      }
      if (reached(count.enough(), choice.wanted())) enough.add(new Shortfall.Enough(tier, more));
    }
    return enough;
  }
}
