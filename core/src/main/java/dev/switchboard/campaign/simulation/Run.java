package dev.switchboard.campaign.simulation;

import dev.switchboard.campaign.Probability;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How one rehearsed campaign went.
///
/// @param filledAfter empty when it expired
/// @param looks at its beginning and at each check-in that happened
public record Run(int invited, int bids, Optional<Duration> filledAfter, List<Look> looks) {

  /// @param forecast before anything was done
  /// @param acted whether the forecast was below the trigger
  public record Look(Probability forecast, double expectedByNow, int bids, boolean acted) {}

  public Run {
    looks = List.copyOf(looks);
  }

  public boolean filled() {
    return filledAfter.isPresent();
  }

  /// Whether any check-in found it behind.
  public boolean triggered() {
    return looks.stream().anyMatch(Look::acted);
  }
}
