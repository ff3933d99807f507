/// Executions in a process that is killed again and again.
///
/// The way in is [dev.switchboard.local.machine.reliability.KilledMachinesTest]. What the functions
/// were asked, and what was recorded as done at each start, stands in one file that outlives every
/// process: [dev.switchboard.local.machine.reliability.Journal].
package dev.switchboard.local.machine.reliability;
