/// What is kept of executions.
package dev.switchboard.local.machine.store;
