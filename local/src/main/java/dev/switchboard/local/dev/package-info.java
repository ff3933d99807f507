/// `/dev/*`: what a developer sees and moves. It exists in the embedded runtime only.
///
/// The ways in are [dev.switchboard.local.dev.DevPages] and, for executions of state machines,
/// [dev.switchboard.local.dev.ExecutionPages].
package dev.switchboard.local.dev;
