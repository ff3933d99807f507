/// EventBridge: buses, their rules, and schedules.
///
/// The way in is [dev.switchboard.local.bus.Bus]; functions reach it by the ordinary SDK client
/// over [dev.switchboard.local.http.InProcess]. Events under way are in memory: one that a crash
/// takes is not delivered again.
package dev.switchboard.local.bus;
