package dev.switchboard.campaign.simulation;

import dev.switchboard.campaign.Headcount;
import dev.switchboard.campaign.Planner.Wish;

/// A campaign to be rehearsed.
///
/// @param available who could be invited
/// @param invited of them at the beginning, at most as many in each tier
/// @param escalates whether check-ins may invite the others; else they only look
public record Scenario(Wish wish, Headcount available, Headcount invited, boolean escalates) {

  /// The same campaign, left to itself.
  public Scenario watched() {
    return new Scenario(wish, available, invited, false);
  }
}
