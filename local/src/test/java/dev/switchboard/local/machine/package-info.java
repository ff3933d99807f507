/// Machines in memory: a rehearsal runs an execution to its end at once, its waits included.
package dev.switchboard.local.machine;
