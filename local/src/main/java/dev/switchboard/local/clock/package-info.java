/// The one clock everything follows, and what happens when it is moved.
///
/// The way in is [dev.switchboard.local.clock.MovableClock] for those who read it and
/// [dev.switchboard.local.clock.ClockMoves] for those who move it. Tokens and HTTP timeouts stay on
/// wall time and are not here.
package dev.switchboard.local.clock;
