package dev.switchboard.functions.providers.traffic;

import dev.switchboard.functions.aws.Item;
import dev.switchboard.functions.aws.Table;
import dev.switchboard.functions.aws.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Leaves a provider alone that has failed five times in a row: for a minute nobody asks it, then
/// one does, and its answer decides for all.
///
/// What is known is in one item, looked at once a second at most.
final class Breaker {

  /// Failures in a row, whoever saw them.
  static final int FAILURES = 5;

  static final Duration OPEN = Duration.ofSeconds(60);

  /// How long one probe keeps others away; longer than any attempt.
  private static final Duration PROBE = Duration.ofSeconds(30);

  private static final Duration FRESH = Duration.ofSeconds(1);
  static final String SK = "breaker";

  private final Table table;
  private final String pk;

  private Optional<Item> seen = Optional.empty();
  private Instant seenAt = Instant.EPOCH;

  Breaker(Table table, String pk) {
    this.table = table;
    this.pk = pk;
  }

  /// Until when the provider is left alone; empty when it may be asked, be it by this caller alone.
  synchronized Optional<Instant> until(Instant now) {
    look(now);
    var openUntil = seen.flatMap(item -> item.maybeInstant("open_until"));
    if (openUntil.isEmpty()) return Optional.empty();
    if (openUntil.get().isAfter(now)) return openUntil;
    return probes(now) ? Optional.empty() : Optional.of(now.plus(PROBE));
  }

  private void look(Instant now) {
    if (now.isBefore(seenAt.plus(FRESH)) && !now.isBefore(seenAt)) return;
    seen = table.get(pk, SK);
    seenAt = now;
  }

  private boolean probes(Instant now) {
    seenAt = Instant.EPOCH;
    return table.updateIf(
        pk,
        SK,
        update("SET probe_until = :end", Map.of(":end", now.plus(PROBE), ":now", now)),
        "open_until <= :now AND (attribute_not_exists(probe_until) OR probe_until <= :now)");
  }

  /// It answered, whatever it said.
  synchronized void answered(Instant now) {
    if (seen.filter(item -> item.number("failures") > 0).isEmpty()) return;
    table.update(
        pk, SK, new Update("REMOVE failures, open_until, probe_until", Map.of(), Map.of()));
    seen = Optional.empty();
    seenAt = now;
  }

  /// It said that it failed, or nothing.
  synchronized void failed(Instant now) {
    var one = Map.of(":one", AttributeValue.fromN("1"));
    var item = table.update(pk, SK, new Update("ADD failures :one", Map.of(), one));
    if (item.number("failures") >= FAILURES)
      item =
          table.update(
              pk,
              SK,
              update("SET open_until = :end REMOVE probe_until", Map.of(":end", now.plus(OPEN))));
    seen = Optional.of(item);
    seenAt = now;
  }

  private static Update update(String expression, Map<String, Instant> times) {
    var values = new HashMap<String, AttributeValue>();
    times.forEach((name, time) -> values.put(name, AttributeValue.fromS(Item.time(time))));
    return new Update(expression, Map.of(), values);
  }
}
