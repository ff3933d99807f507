package dev.switchboard.functions.aws;

import java.time.Instant;
import java.util.Map;

/// When each event of a provider was heard for the first time, in DynamoDB.
///
/// One row an event, by the provider's own id of it and with nothing else: whoever brings an event
/// again, out of a provider's queue or out of a recording, brings it with its first time. A row is
/// kept as long as a send, from the last time on.
///
/// @param table with retention
public record DynamoHeard(Table table) {

  /// @param event the provider's id, unique among its events
  /// @param now what is stored if nothing is
  /// @return the first time
  public Instant first(String provider, String event, Instant now) {
    var update =
        new Update(
            "SET #at = if_not_exists(#at, :now)",
            Map.of("#at", "at"),
            Map.of(":now", Item.ofText(Item.time(now))));
    return table.update("heard#" + provider + "#" + event, "heard", update).instant("at");
  }
}
