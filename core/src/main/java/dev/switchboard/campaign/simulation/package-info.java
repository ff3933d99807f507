/// Campaigns rehearsed: the same planner and steward with contractors drawn at random and a clock
/// that jumps from one event to the next.
///
/// The way in is [dev.switchboard.campaign.simulation.Simulation]; the random source is given, so
/// that a seed repeats a rehearsal. What a world holds may differ from what is believed: that is
/// how the figures of a forecast become honest.
package dev.switchboard.campaign.simulation;
