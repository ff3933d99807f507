package dev.switchboard.functions.providers.traffic;

import dev.switchboard.functions.aws.Item;
import dev.switchboard.functions.aws.Table;
import dev.switchboard.functions.aws.Update;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import dev.switchboard.send.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Who is on the line: at most so many sends are with a provider at the same time.
///
/// They stand in one item, with the time they were added. Nobody takes them out when they end: when
/// the lines are full, the ledger says which are not on their way any more, so that a process that
/// dies leaves none behind.
final class Calls {

  /// Added and not attempted after this: it never will be, by whoever added it.
  private static final Duration BEGUN = Duration.ofMinutes(1);

  static final String SK = "calls";

  private final Table table;
  private final Ledger ledger;
  private final String pk;
  private final OptionalInt atOnce;

  Calls(Table table, Ledger ledger, String pk, OptionalInt atOnce) {
    this.table = table;
    this.ledger = ledger;
    this.pk = pk;
    this.atOnce = atOnce;
  }

  /// @return false when all lines are busy
  boolean add(Send send, Instant now) {
    if (atOnce.isEmpty()) return true;
    var line = send.id() + "@" + Item.time(now);
    return added(line) || (cleared(now) && added(line));
  }

  private boolean added(String line) {
    var values =
        Map.of(
            ":line",
            AttributeValue.fromSs(List.of(line)),
            ":most",
            AttributeValue.fromN(Integer.toString(atOnce.orElseThrow())));
    return table.updateIf(
        pk,
        SK,
        new Update("ADD calls :line", Map.of(), values),
        "attribute_not_exists(calls) OR size(calls) < :most");
  }

  /// @return whether there is room now
  private boolean cleared(Instant now) {
    var over =
        table.get(pk, SK).map(item -> item.lines("calls")).orElse(List.of()).stream()
            .filter(line -> over(line, now))
            .toList();
    if (over.isEmpty()) return false;
    var gone = Map.of(":gone", AttributeValue.fromSs(over));
    table.update(pk, SK, new Update("DELETE calls :gone", Map.of(), gone));
    return true;
  }

  private boolean over(String line, Instant now) {
    var parts = line.split("@", 2);
    if (Instant.parse(parts[1]).plus(BEGUN).isAfter(now)) return false;
    return ledger.find(new SendId(parts[0])).filter(Calls::onTheWay).isEmpty();
  }

  private static boolean onTheWay(Send send) {
    return send.state() == State.ATTEMPTING
        || send.state() == State.UNKNOWN
        || send.state() == State.ACCEPTED;
  }
}
