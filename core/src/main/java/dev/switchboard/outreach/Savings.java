package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.price.PriceRange;
import dev.switchboard.price.PriceTable;
import dev.switchboard.price.Usd;

/// The plan's first messages against the same number of calls, and of e-mails (SND-30).
///
/// @param least calls at their lowest price against the plan at its highest; may be negative
/// @param most calls at their highest price against the plan at its lowest
public record Savings(
    PriceRange allCalls, PriceRange allEmail, PriceRange plan, Usd least, Usd most) {

  static Savings of(int leads, PriceRange plan, PriceTable prices) {
    var calls = prices.of(Channel.VOICE_CALL).times(leads);
    return new Savings(
        calls,
        prices.of(Channel.EMAIL).times(leads),
        plan,
        calls.low().minus(plan.high()),
        calls.high().minus(plan.low()));
  }
}
