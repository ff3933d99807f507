/// State machines, executed as Step Functions executes them.
///
/// A definition is read by [dev.switchboard.local.machine.definition.MachineReader] and run by
/// [dev.switchboard.local.machine.execution.Interpreter]. JSONata only; express workflows,
/// distributed readers and writers, and activities are left out.
package dev.switchboard.local.machine;
