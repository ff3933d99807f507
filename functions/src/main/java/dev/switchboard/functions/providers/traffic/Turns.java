package dev.switchboard.functions.providers.traffic;

import dev.switchboard.functions.aws.Table;
import dev.switchboard.functions.aws.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Hands out turns at a steady rate, shared by all processes: one item says until when all are
/// given away. A process takes a tenth of a second's worth, at least one, so that the item sees few
/// writes and what a process does not use is little.
final class Turns {

  static final String SK = "turns";
  private static final int BLOCKS_PER_SECOND = 10;

  private final Table table;
  private final String pk;
  private final OptionalInt perSecond;

  private Instant next = Instant.EPOCH;
  private int left;

  Turns(Table table, String pk, OptionalInt perSecond) {
    this.table = table;
    this.pk = pk;
    this.perSecond = perSecond;
  }

  /// The next free turn, which is the caller's from now on.
  synchronized Instant next(Instant now) {
    if (perSecond.isEmpty()) return now;
    var apart = Duration.ofSeconds(1).dividedBy(perSecond.getAsInt());
    // What lies far behind was not used: taken up now it would be a rush.
    if (left == 0 || next.isBefore(now.minusSeconds(1))) take(now, apart);
    left--;
    var turn = next;
    next = next.plus(apart);
    return turn;
  }

  private void take(Instant now, Duration apart) {
    var count = Math.max(1, perSecond.getAsInt() / BLOCKS_PER_SECOND);
    var length = apart.multipliedBy(count).toMillis();
    var free =
        table.updateIf(
            pk,
            SK,
            update(
                "SET given_until = :end",
                Map.of(":end", now.toEpochMilli() + length, ":now", now.toEpochMilli())),
            "attribute_not_exists(given_until) OR given_until <= :now");
    next = free ? now : behind(length);
    left = count;
  }

  private Instant behind(long length) {
    var after = table.update(pk, SK, update("ADD given_until :length", Map.of(":length", length)));
    return Instant.ofEpochMilli(after.number("given_until") - length);
  }

  /// Gives no turn before `until`, but for those that are given already.
  void pause(Instant until) {
    if (perSecond.isEmpty()) return;
    var end = Map.of(":end", until.toEpochMilli());
    var _ =
        table.updateIf(
            pk,
            SK,
            update("SET given_until = :end", end),
            "attribute_not_exists(given_until) OR given_until < :end");
  }

  private static Update update(String expression, Map<String, Long> numbers) {
    var values = new HashMap<String, AttributeValue>();
    numbers.forEach((name, number) -> values.put(name, AttributeValue.fromN(number.toString())));
    return new Update(expression, Map.of(), values);
  }
}
