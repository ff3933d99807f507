/// The command line: `start`, `send`, `progress`, `token`, `clock`, `doctor`.
///
/// The way in is [dev.switchboard.local.command.Commands]. `doctor` asks the vendors; commands
/// other than it and `start` talk to the instance that runs on the same state folder.
package dev.switchboard.local.command;
