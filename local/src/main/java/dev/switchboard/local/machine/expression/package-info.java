/// JSONata as Step Functions has it: expressions in `{% … %}` anywhere in a JSON value.
///
/// The way in is [dev.switchboard.local.machine.expression.Template]: read once, evaluated in a
/// [dev.switchboard.local.machine.expression.Scope]. Nothing here knows a state.
package dev.switchboard.local.machine.expression;
