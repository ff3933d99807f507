/// What tasks ask for, done: functions, queues, buses, tables and other executions, each with the
/// arguments, results and names of errors that Step Functions has.
///
/// The way in is [dev.switchboard.local.machine.task.Action]. Nothing here knows an execution's
/// state.
package dev.switchboard.local.machine.task;
