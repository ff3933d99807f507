package dev.switchboard.send;

import dev.switchboard.contact.Channel;
import dev.switchboard.price.Usd;

/// One channel of a chain.
///
/// @param address E.164 or e-mail
/// @param price the expected price
/// @param high the highest price; budgets are compared with it
public record Step(Channel channel, String address, Usd price, Usd high) {}
