package dev.switchboard.campaign;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// How campaigns of one urgency go.
///
/// @param upToHours longest timeline of this urgency, inclusive
/// @param tiers invited from the beginning, in their order
/// @param multiplier of the bids needed, in the printed formula only (CAM-C6); 1 to 10
/// @param poll how often the forecast is refreshed between check-ins, 1 minute to 7 days
/// @param curves how long bids take
public record Pace(
    int upToHours, List<Tier> tiers, BigDecimal multiplier, Duration poll, Curves curves) {

  public Pace {
    tiers = tiers.stream().sorted().distinct().toList();
    Bounds.within("the longest timeline", upToHours, 1, Need.MOST_HOURS);
    Bounds.within("the multiplier", multiplier, BigDecimal.ONE, BigDecimal.TEN);
    Bounds.within("the poll", poll, Duration.ofMinutes(1), Duration.ofDays(7));
    if (tiers.isEmpty()) throw new IllegalArgumentException("at least one tier is invited: none");
  }
}
