package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.price.Usd;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What an order would bring for other budgets, from the least that reaches everybody to no limit.
///
/// @param points by rising budget
public record Curve(List<Point> points) {

  public static final Curve NONE = new Curve(List.of());

  private static final int BETWEEN = 6;
  private static final MathContext TWO_DIGITS_UP = new MathContext(2, RoundingMode.UP);

  /// @param channels leads by first channel, every channel named
  /// @param leads reached
  /// @param mostCost all that could be spent, fallbacks included; at most the budget
  /// @param expectedConversions fallbacks included
  /// @param expectedValue of those conversions, before cost
  public record Point(
      Usd budget,
      Map<Channel, Integer> channels,
      int leads,
      Usd mostCost,
      double expectedConversions,
      Usd expectedValue) {}

  public Curve {
    points = List.copyOf(points);
  }

  /// Two digits each, evenly between the ends, and the order's own budget.
  static List<Usd> budgets(long least, long whole, Usd own) {
    var budgets = new TreeSet<Usd>();
    for (int i = 0; i <= BETWEEN + 1; i++)
      budgets.add(round(least + (whole - least) * i / (BETWEEN + 1)));
    budgets.add(own);
    return List.copyOf(budgets);
  }

  private static Usd round(long micros) {
    return Usd.of(new Usd(micros).dollars().round(TWO_DIGITS_UP).max(new BigDecimal("0.01")));
  }
}
