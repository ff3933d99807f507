/// `/dev/*`: what a developer sees and moves. It exists in the embedded runtime only.
///
/// The way in is [dev.switchboard.local.dev.DevPages].
package dev.switchboard.local.dev;
