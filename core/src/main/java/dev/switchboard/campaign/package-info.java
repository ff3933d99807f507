/// Campaigns: how many contractors of which tier to invite so that enough bids come in by a
/// deadline, and what to do while they come in.
///
/// The way in is [dev.switchboard.campaign.Planner] before a campaign begins and
/// [dev.switchboard.campaign.Steward] while it runs; `docs/campaigns.md` recomputes an example.
/// Numbers that are ours stand in [dev.switchboard.campaign.Defaults]. Formulas and rules only: no
/// language model takes part. Knows the kernel, and no other job. It decides; the kernel sends.
package dev.switchboard.campaign;
