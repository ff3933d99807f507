package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Verdict;
import dev.switchboard.outreach.TurnedDown.Reason;
import dev.switchboard.price.PriceTable;
import dev.switchboard.price.Usd;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which channels of a lead are open, before anybody's preference: the law first, then its
/// addresses, then the limit per lead.
///
/// @param closed the others, each with the strongest reason
/// @param holds open ones that must wait
record Openings(
    Set<Channel> open, Map<Channel, TurnedDown> closed, Map<Channel, Verdict.Hold> holds) {

  static final String EMAIL_ONLY = "budget-email-only";
  static final String PER_LEAD = "budget-per-lead";

  /// @param limit most that one lead may cost; empty: no limit
  record Money(PriceTable prices, Optional<Usd> limit, Usd emailOnlyBelow) {

    boolean emailOnly() {
      return limit.isPresent() && limit.get().compareTo(emailOnlyBelow) < 0;
    }

    boolean allows(Usd high) {
      return limit.isEmpty() || high.compareTo(limit.get()) <= 0;
    }

    private Optional<TurnedDown> closes(Channel channel) {
      if (emailOnly() && channel != Channel.EMAIL)
        return Optional.of(
            new TurnedDown(
                channel,
                Reason.BUDGET,
                EMAIL_ONLY,
                "below %s per lead only e-mail is used".formatted(emailOnlyBelow)));
      var high = prices.of(channel).high();
      if (allows(high)) return Optional.empty();
      return Optional.of(
          new TurnedDown(
              channel,
              Reason.BUDGET,
              PER_LEAD,
              "it may cost %s, and the limit per lead is %s".formatted(high, limit.orElseThrow())));
    }
  }

  static Openings of(Lead lead, Contactability contactability, Money money) {
    var openings =
        new Openings(
            EnumSet.noneOf(Channel.class),
            new EnumMap<>(Channel.class),
            new EnumMap<>(Channel.class));
    for (var channel : Channel.values()) openings.look(channel, lead, contactability, money);
    return openings;
  }

  /// Whether there is a channel that only the budget closes.
  Optional<TurnedDown> closedByBudget() {
    return closed.values().stream().filter(down -> down.reason() == Reason.BUDGET).findFirst();
  }

  private void look(Channel channel, Lead lead, Contactability contactability, Money money) {
    if (lead.address(channel).isEmpty()) {
      closed.put(channel, missing(channel));
      return;
    }
    switch (contactability.of(lead, channel)) {
      case Verdict.Block(var rule, var because) -> {
        closed.put(channel, new TurnedDown(channel, Reason.COMPLIANCE, rule, because));
        return;
      }
      case Verdict.Hold hold -> holds.put(channel, hold);
      case Verdict.Allow _ -> {}
    }
    money
        .closes(channel)
        .ifPresentOrElse(down -> closed.put(channel, down), () -> open.add(channel));
  }

  private static TurnedDown missing(Channel channel) {
    return switch (channel.address()) {
      case PHONE ->
          new TurnedDown(channel, Reason.CONTACTABILITY, "no-phone", "no valid phone number");
      case EMAIL ->
          new TurnedDown(channel, Reason.CONTACTABILITY, "no-email", "no valid e-mail address");
    };
  }
}
