/// Executions on disk: as they began, how far they are, their walks and their history.
///
/// The way in is [dev.switchboard.local.machine.store.ExecutionStore]. One thread writes, any
/// reads.
package dev.switchboard.local.machine.store;
