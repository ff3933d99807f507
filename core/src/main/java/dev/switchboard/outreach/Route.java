package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.price.PriceRange;
import dev.switchboard.price.Usd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How one lead is reached.
///
/// @param channel tried first
/// @param fallbacks tried after it, in this order, by [dev.switchboard.send.Chain]
/// @param cost of the first channel
/// @param expectedWithFallbacks of the whole chain, each step weighted with how often it is reached
/// @param allowance most that the lead may cost, fallbacks included: the hard stop
/// @param due when the first send must wait; empty: at once
public record Route(
    Channel channel,
    List<Channel> fallbacks,
    PriceRange cost,
    Usd expectedWithFallbacks,
    Usd allowance,
    Optional<Due> due) {

  /// @param rule id of the rule that makes it wait: the gate's, or `voice-hours`
  /// @param because a sentence for a person
  public record Due(Instant at, String rule, String because) {}

  public Route {
    fallbacks = List.copyOf(fallbacks);
  }

  /// First channel and fallbacks.
  public List<Channel> chain() {
    return Stream.concat(Stream.of(channel), fallbacks.stream()).toList();
  }
}
