/// What was decided, from which inputs, what was turned down and why, and what came of it.
///
/// The way in is [dev.switchboard.decision.Decisions]. What a decision says is the job's own
/// document; here it is kept and found again.
package dev.switchboard.decision;
