package dev.switchboard.campaign;

/// How a campaign stands and what is to be expected of it, if nothing more is done.
///
/// @param bids that are in
/// @param needed bids in all
/// @param expectedByNow bids that should be in by now; told, and never acted on (CAM-C11)
/// @param expected bids at the deadline, those that are in included
/// @param reach chance that there are enough at the deadline
public record Forecast(
    int bids, int needed, double expectedByNow, double expected, Probability reach) {

  /// Bids per bid needed, in percent, as CAM-44 has it; more than 100 when more came.
  public double progressPercent() {
    return bids * 100.0 / needed;
  }
}
