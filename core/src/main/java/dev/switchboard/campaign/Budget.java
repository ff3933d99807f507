package dev.switchboard.campaign;

import dev.switchboard.price.Usd;

/// What invitations may cost; it caps their number.
///
/// @param total at least $0.00
/// @param invitation the mid cost of one, above $0.00
public record Budget(Usd total, Usd invitation) {

  public Budget {
    if (total.compareTo(Usd.ZERO) < 0)
      throw new IllegalArgumentException("a budget is at least $0.00: " + total);
    if (invitation.compareTo(Usd.ZERO) <= 0)
      throw new IllegalArgumentException("an invitation costs more than $0.00: " + invitation);
  }

  /// How many more invitations it takes.
  int left(int invited) {
    return Math.clamp(total.micros() / invitation.micros() - invited, 0, Integer.MAX_VALUE);
  }
}
