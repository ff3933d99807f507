/// The interpreter: decides what follows when something happens to an execution, and does nothing.
///
/// The way in is [dev.switchboard.local.machine.execution.Interpreter]: from a
/// [dev.switchboard.local.machine.execution.Snapshot] and a
/// [dev.switchboard.local.machine.execution.Signal] to a
/// [dev.switchboard.local.machine.execution.Step]. An execution is a tree of
/// [dev.switchboard.local.machine.execution.Walk]s; none of them holds a thread. Keeping, calling
/// and waiting are done by others.
package dev.switchboard.local.machine.execution;
