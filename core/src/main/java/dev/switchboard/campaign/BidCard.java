package dev.switchboard.campaign;

import java.util.Optional;

/// What bids are wanted for.
///
/// @param title of the work, one line of 1 to 80 characters: it stands in every invitation
/// @param trade of the contractors
/// @param details for the contractors, at most 1,000 characters
/// @param sendableHours whether only hours count in which invitations can leave (CAM-C21); else the
///   hours of the clock
public record BidCard(
    String title,
    String trade,
    Site site,
    Planner.Wish wish,
    Optional<String> details,
    boolean sendableHours) {

  private static final int TITLE = 80;
  private static final int DETAILS = 1_000;

  public BidCard {
    Bounds.within("the length of a title", title.length(), 1, TITLE);
    Bounds.within("the length of details", details.map(String::length).orElse(0), 0, DETAILS);
  }
}
