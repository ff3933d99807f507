/// Smart-send: each lead on the channel that is worth its price.
///
/// The way in is [dev.switchboard.outreach.Planner], which plans an order. Numbers that are ours
/// stand in [dev.switchboard.outreach.Defaults]. Knows the kernel, and no other job. It plans; the
/// kernel sends.
package dev.switchboard.outreach;
