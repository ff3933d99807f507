/// The folder `.switchboard/`: what survives a restart, and the lock that keeps a second instance
/// out.
///
/// The way in is [dev.switchboard.local.state.StateFolder]. Tables are not here: their engine keeps
/// its own file in the same folder.
package dev.switchboard.local.state;
