package dev.switchboard.campaign;

/// How many bids will come from people who each answer on their own, with a chance of their own:
/// the Poisson-binomial distribution, exact, cut off at the number that is needed.
///
/// Adding one person costs one step per count below the number needed, and gives the chance for one
/// more invitation: nothing is ever begun anew. The chance of reaching the number and the chance of
/// missing it are both sums of positive terms, never one minus the other, so that both are good to
/// a relative error of 1e-12 down to 1e-300. Values are kept times 2^900, which is exact: what
/// leaves the range of a double at the lower end would be slow, and is then below 1e-330.
final class BidCount {

  private static final double SCALE = 0x1p900;
  private static final double NOTHING = 0x1p-200;

  private final double[] below;
  private double reached;
  private int lowest;
  private int highest;

  private BidCount(double[] below) {
    this.below = below;
  }

  /// Nobody asked yet.
  ///
  /// @param needed bids still missing; 0 or less: reached
  static BidCount until(int needed) {
    var count = new BidCount(new double[Math.max(needed, 0)]);
    if (needed > 0) count.below[0] = SCALE;
    else count.reached = SCALE;
    return count;
  }

  BidCount copy() {
    var copy = new BidCount(below.clone());
    copy.reached = reached;
    copy.lowest = lowest;
    copy.highest = highest;
    return copy;
  }

  /// One more person.
  ///
  /// @param chance of a bid, 0 to 1
  void add(double chance) {
    if (chance == 0 || lowest == below.length) return;
    var silent = 1 - chance;
    var last = below.length - 1;
    if (highest == last) reached += below[last] * chance;
    else highest++;
    for (int count = highest; count > lowest; count--)
      below[count] = below[count] * silent + below[count - 1] * chance;
    below[lowest] *= silent;
    while (lowest < below.length && below[lowest] < NOTHING && lowest < highest)
      below[lowest++] = 0;
  }

  /// The chance of as many bids as needed, or more.
  double enough() {
    return reached / SCALE;
  }

  Probability reach() {
    return Probability.rounded(enough());
  }

  /// The chance of fewer bids than needed.
  double tooFew() {
    double sum = 0;
    for (int count = lowest; count <= highest && count < below.length; count++) sum += below[count];
    return sum / SCALE;
  }

  /// The chance of exactly so many bids, fewer than needed.
  double exactly(int bids) {
    return below[bids] / SCALE;
  }
}
