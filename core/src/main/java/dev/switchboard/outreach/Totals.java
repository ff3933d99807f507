package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.price.PriceRange;
import dev.switchboard.price.PriceTable;
import dev.switchboard.price.Usd;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The sums of a plan.
///
/// @param leads posted, duplicates included
/// @param sentTo accepted and held ones
/// @param statuses leads by status, every status named
/// @param channels leads by first channel, every channel named
/// @param cost of the first messages: the estimate that is told
/// @param expectedWithFallbacks each fallback weighted with how often it is reached
/// @param allowance most that all may cost, fallbacks included; at most the budget
public record Totals(
    int leads,
    int sentTo,
    Map<Decision.Status, Integer> statuses,
    Map<Channel, Integer> channels,
    PriceRange cost,
    Usd expectedWithFallbacks,
    Usd allowance) {

  static Totals of(List<Decision> decisions, PriceTable prices) {
    var statuses = new EnumMap<Decision.Status, Integer>(Decision.Status.class);
    for (var status : Decision.Status.values()) statuses.put(status, 0);
    for (var decision : decisions) statuses.merge(decision.status(), 1, Integer::sum);
    var routes = decisions.stream().flatMap(decision -> decision.route().stream()).toList();
    var channels = channels(routes.stream().map(Route::channel).toList());
    return new Totals(
        decisions.size(),
        routes.size(),
        Collections.unmodifiableMap(statuses),
        channels,
        prices.of(channels),
        routes.stream().map(Route::expectedWithFallbacks).reduce(Usd.ZERO, Usd::plus),
        routes.stream().map(Route::allowance).reduce(Usd.ZERO, Usd::plus));
  }

  static Map<Channel, Integer> channels(List<Channel> used) {
    var counts = new EnumMap<Channel, Integer>(Channel.class);
    for (var channel : Channel.values()) counts.put(channel, 0);
    for (var channel : used) counts.merge(channel, 1, Integer::sum);
    return Collections.unmodifiableMap(counts);
  }

  /// Channels that at least one lead is sent to by.
  public int channelsUsed() {
    return (int) channels.values().stream().filter(count -> count > 0).count();
  }
}
