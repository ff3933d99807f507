package dev.switchboard.campaign;

/// What a campaign is to reach: so many bids in so many hours.
///
/// @param bids 1 to 100
/// @param hours 1 to 2160, whole
public record Need(int bids, int hours) {

  private static final int MOST_BIDS = 100;
  static final int MOST_HOURS = 2160;

  public Need {
    checkBids(bids);
    Bounds.within("timeline_hours", hours, 1, MOST_HOURS);
  }

  static void checkBids(int bids) {
    Bounds.within("bids_needed", bids, 1, MOST_BIDS);
  }
}
