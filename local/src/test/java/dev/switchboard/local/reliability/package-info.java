/// The kill test: a real process that hosts the engines is killed again and again while deliveries
/// come twice and in any order and the outbox fails, or the vendors do, and at the end every lead
/// must be accounted for.
///
/// The way in is [dev.switchboard.local.reliability.KillRun]. See `docs/reliability.md`.
package dev.switchboard.local.reliability;
