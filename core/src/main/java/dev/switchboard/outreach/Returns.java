package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.price.PriceTable;
import java.util.List;

/// What messages bring and cost, in dollars, as expected.
public record Returns(PriceTable prices, Rates rates) {

  /// What one message brings less what it costs.
  public double net(Channel channel, Band band, Goal goal) {
    return conversions(channel, band) * value(goal) - price(channel);
  }

  /// What a chain brings less what it costs, each step weighted with how often it is reached.
  public double net(List<Channel> chain, Band band, Goal goal) {
    double sum = 0;
    double reached = 1;
    for (var channel : chain) {
      sum += reached * net(channel, band, goal);
      reached *= Defaults.goesOn(channel);
    }
    return sum;
  }

  /// Conversions of a chain, each step weighted with how often it is reached.
  public double conversions(List<Channel> chain, Band band) {
    double sum = 0;
    double reached = 1;
    for (var channel : chain) {
      sum += reached * conversions(channel, band);
      reached *= Defaults.goesOn(channel);
    }
    return sum;
  }

  /// What a chain costs, each step weighted with how often it is reached.
  public double cost(List<Channel> chain) {
    double sum = 0;
    double reached = 1;
    for (var channel : chain) {
      sum += reached * price(channel);
      reached *= Defaults.goesOn(channel);
    }
    return sum;
  }

  static double value(Goal goal) {
    return Defaults.value(goal).dollars().doubleValue();
  }

  private double conversions(Channel channel, Band band) {
    return rates.of(channel, band);
  }

  private double price(Channel channel) {
    return prices.of(channel).expected().dollars().doubleValue();
  }
}
