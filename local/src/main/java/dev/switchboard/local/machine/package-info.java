/// State machines, executed as Step Functions executes them.
///
/// The way in is [dev.switchboard.local.machine.Machines]: it keeps executions and does what the
/// interpreter decides. Definitions come from [dev.switchboard.local.machine.Definitions]. JSONata
/// only; express workflows, activities, and distributed readers and writers are left out.
package dev.switchboard.local.machine;
