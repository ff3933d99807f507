/// The command line: `start`, `send`, `progress`, `token`, `clock`.
///
/// The way in is [dev.switchboard.local.command.Commands]. Commands other than `start` talk to the
/// instance that runs on the same state folder.
package dev.switchboard.local.command;
