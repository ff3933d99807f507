/// What is likely to go wrong with a machine that can run, and what keeps it from running.
///
/// The way in is [dev.switchboard.local.machine.lint.Linter]. It reads definitions and the values
/// that a template gives them; it runs nothing.
package dev.switchboard.local.machine.lint;
