/// The send ledger: each intended message is one record with a life of its own.
///
/// The way in is [dev.switchboard.send.Send]: its methods are the transitions, pure; the ports
/// [dev.switchboard.send.Ledger] and [dev.switchboard.send.Provider] are where they meet the world.
/// Knows no job.
package dev.switchboard.send;
