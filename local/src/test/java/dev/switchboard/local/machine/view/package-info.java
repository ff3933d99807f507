/// Executions as a person sees them.
package dev.switchboard.local.machine.view;
