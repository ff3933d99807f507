package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.price.Usd;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a caller asks of a smart-send.
///
/// @param name for lists and reports; empty: the goal's
/// @param leads 1 to 5,000
/// @param message said on every channel; empty: written from the templates of the goal
/// @param messages said on these channels instead of `message`
/// @param budgetPerLead most that one lead may cost, all fallbacks included; empty: no limit
/// @param budgetTotal most that all may cost together; empty: the owner's limit for one order
/// @param urgent sent without waiting for a better hour; the law's hours hold all the same
/// @param review nothing leaves before a person has seen the words and approved
/// @param dryRun planned and told, nothing stored or sent
public record Order(
    Optional<String> name,
    List<Lead> leads,
    Goal goal,
    Optional<String> message,
    Map<Channel, Message> messages,
    Optional<Usd> budgetPerLead,
    Optional<Usd> budgetTotal,
    boolean urgent,
    boolean review,
    boolean dryRun) {

  public static final int MAX_LEADS = 5_000;

  /// @param subject of an e-mail; empty elsewhere
  /// @param text with placeholders `{{name}}`, `{{first_name}}`, `{{company}}`
  public record Message(Optional<String> subject, String text) {}

  public Order {
    leads = List.copyOf(leads);
    messages = Map.copyOf(messages);
  }

  /// The same for other leads.
  public Order of(List<Lead> others) {
    return new Order(
        name, others, goal, message, messages, budgetPerLead, budgetTotal, urgent, review, dryRun);
  }
}
