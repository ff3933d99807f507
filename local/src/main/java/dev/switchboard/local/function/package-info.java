/// The functions of the template, called as Lambda calls them: bytes in, bytes out.
///
/// The way in is [dev.switchboard.local.function.Functions]. One object serves all calls of a
/// function, at the same time; Lambda would have made one per call in flight.
package dev.switchboard.local.function;
