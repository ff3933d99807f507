package dev.switchboard.campaign;

import java.math.BigDecimal;
import java.util.Optional;

/// Whom a campaign invites at its beginning.
public sealed interface Strategy {

  /// How the numbers were found.
  enum Method {
    /// The smallest set of invitations that reaches the wanted confidence.
    PLANNED,
    /// The source's printed formula.
    FORMULA
  }

  /// Whether the expected bids are fewer than, as many as or more than needed.
  enum Outlook {
    BELOW,
    MEETS,
    EXCEEDS
  }

  /// Nobody can be invited.
  record NoCapacity(String because) implements Strategy {}

  /// These are invited, the first of each tier by rank.
  ///
  /// @param expected bids on average: counts times rates, and in a plan times what comes in time
  /// @param confidence chance of as many bids as needed
  /// @param cut invitations that the budget did not allow, 0 for none
  record Proposal(
      Method method,
      int bidsNeeded,
      Headcount invited,
      BigDecimal expected,
      Probability confidence,
      Optional<Shortfall> shortfall,
      int cut)
      implements Strategy {

    public Outlook outlook() {
      return switch (expected.compareTo(BigDecimal.valueOf(bidsNeeded))) {
        case -1 -> Outlook.BELOW;
        case 0 -> Outlook.MEETS;
        default -> Outlook.EXCEEDS;
      };
    }
  }
}
