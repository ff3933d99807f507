package dev.switchboard.functions.providers.traffic;

import dev.switchboard.functions.aws.Item;
import dev.switchboard.functions.aws.Table;
import dev.switchboard.send.Limits;
import dev.switchboard.send.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How things stand at a provider, by what all processes know of it together. Reading it changes
/// nothing and gives no turn away.
///
/// @param waiting sends that have a turn which lies ahead, about; empty where no rate is kept
/// @param calls sends that are with it, at most: those that are over are taken out when there is no
///   room; empty where there is room for all
public record Standing(Outage outage, Optional<Long> waiting, Optional<Long> calls) {

  /// Whether the provider is left alone.
  public sealed interface Outage {

    /// It is asked.
    ///
    /// @param failures in a row so far
    record Closed(long failures) implements Outage {}

    /// Nobody asks it.
    record Open(Instant until) implements Outage {}

    /// One send asks it, for all.
    record HalfOpen() implements Outage {}
  }

  /// @param table of the sends
  /// @throws dev.switchboard.Unavailable when it cannot be read
  public static Standing of(Table table, Provider provider, Instant now) {
    var pk = Traffic.key(provider);
    var limits = provider.limits().orElse(Limits.NONE);
    var outage = table.get(pk, Breaker.SK).map(item -> outage(item, now));
    var waiting =
        limits.perSecond().stream()
            .mapToObj(rate -> table.get(pk, Turns.SK).map(turns -> waiting(turns, rate, now)))
            .findFirst();
    var calls =
        limits.atOnce().stream()
            .mapToObj(_ -> table.get(pk, Calls.SK).map(it -> (long) it.lines("calls").size()))
            .findFirst();
    return new Standing(
        outage.orElseGet(() -> new Outage.Closed(0)),
        waiting.map(it -> it.orElse(0L)),
        calls.map(it -> it.orElse(0L)));
  }

  private static Outage outage(Item breaker, Instant now) {
    return breaker
        .maybeInstant("open_until")
        .map(until -> until.isAfter(now) ? new Outage.Open(until) : new Outage.HalfOpen())
        .orElseGet(() -> new Outage.Closed(breaker.number("failures")));
  }

  /// The first of the turns that are given away is one that nobody waits for.
  private static long waiting(Item turns, int perSecond, Instant now) {
    var ahead = turns.number("given_until") - now.toEpochMilli();
    var apart = Duration.ofSeconds(1).dividedBy(perSecond).toMillis();
    return Math.max(0, Math.ceilDiv(ahead, Math.max(1, apart)) - 1);
  }
}
