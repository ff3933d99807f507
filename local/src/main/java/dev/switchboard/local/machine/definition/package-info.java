/// A state machine as its file defines it: read, checked, and turned into records.
///
/// The way in is [dev.switchboard.local.machine.definition.MachineReader]; what comes out is a
/// [dev.switchboard.local.machine.definition.Machine] or the findings that say why there is none.
/// What may be wrong with a machine that can run is left to the linter.
package dev.switchboard.local.machine.definition;
