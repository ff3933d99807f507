/// Machines made at random from a small grammar, run by the interpreter and by a plain recursive
/// evaluation of the same plan.
///
/// The way in is [dev.switchboard.local.machine.generated.GeneratedTest]. Which of several failures
/// comes first depends on time, which the evaluation does not know: so it names all that may.
package dev.switchboard.local.machine.generated;
