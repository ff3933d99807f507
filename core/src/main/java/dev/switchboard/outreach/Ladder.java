package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a lead can be given for more and more money: the options that are best value for some
/// budget, from nothing up to the whole of its strategy.
///
/// These are the corners of the concave hull of value over cost: each rung brings less per dollar
/// than the one below it.
///
/// @param rungs the first is nothing, the last the whole strategy
/// @param options all there is between, also what is best value for no budget but may fit what is
///   left of one; cheapest first
record Ladder(List<Rung> rungs, List<Rung> options) {

  /// @param chain empty: the lead gets nothing
  /// @param micros most that it costs, in millionths of a dollar
  /// @param value expected net, in dollars
  record Rung(List<Channel> chain, long micros, double value) {}

  private static final double LEAST = 1e-6;

  Ladder {
    rungs = List.copyOf(rungs);
    options = List.copyOf(options);
  }

  Rung top() {
    return rungs.getLast();
  }

  /// @param whole what the lead gets when money does not count: by definition the best
  /// @param others what it may get instead
  static Ladder of(Rung whole, List<Rung> others) {
    var cheaper =
        others.stream().filter(rung -> rung.micros < whole.micros && rung.value > 0).toList();
    var best = cheaper.stream().mapToDouble(Rung::value).max().orElse(0);
    var top = new Rung(whole.chain, whole.micros, Math.max(whole.value, best + LEAST));
    var points = new ArrayList<>(cheaper);
    points.add(top);
    points.sort(
        Comparator.comparingLong(Rung::micros)
            .thenComparing(Rung::value, (a, b) -> Double.compare(b, a)));
    return new Ladder(hull(points), points);
  }

  private static List<Rung> hull(List<Rung> points) {
    var hull = new ArrayList<Rung>();
    hull.add(new Rung(List.of(), 0, 0));
    for (var point : points) {
      if (point.value <= hull.getLast().value) continue;
      while (hull.size() > 1
          && slope(hull.get(hull.size() - 2), hull.getLast()) <= slope(hull.getLast(), point))
        hull.removeLast();
      hull.add(point);
    }
    return hull;
  }

  /// The option of most value that costs at most so much; what is given if none brings more.
  Rung best(long micros, Rung given) {
    var best = given;
    for (var option : options)
      if (option.micros <= micros && option.value > best.value) best = option;
    return best;
  }

  /// Value per millionth of a dollar between two rungs.
  static double slope(Rung from, Rung to) {
    return (to.value - from.value) / (to.micros - from.micros);
  }
}
