package dev.switchboard.outreach.content;

import dev.switchboard.contact.Channel;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Goal;
import dev.switchboard.outreach.Order;
import dev.switchboard.outreach.OutreachSettings;
import java.util.Optional;

/// What a writer needs to know.
///
/// @param message the caller's own words with placeholders; empty: to be written
/// @param sender who speaks
/// @param unsubscribeUrl in an e-mail; any text, also one that is replaced later
public record Brief(
    Goal goal,
    Channel channel,
    Reader reader,
    Optional<Order.Message> message,
    OutreachSettings.Sender sender,
    String unsubscribeUrl) {

  /// Whom it is for.
  ///
  /// @param name the full one
  public record Reader(Optional<String> name, Optional<String> company, Language language) {}

  /// @param order says the goal, and the caller's own words for this channel or for all
  public static Brief of(
      Execution.Brief order,
      Channel channel,
      Reader reader,
      OutreachSettings.Sender sender,
      String unsubscribeUrl) {
    var own =
        Optional.ofNullable(order.messages().get(channel))
            .or(() -> order.message().map(text -> new Order.Message(Optional.empty(), text)));
    return new Brief(order.goal(), channel, reader, own, sender, unsubscribeUrl);
  }
}
