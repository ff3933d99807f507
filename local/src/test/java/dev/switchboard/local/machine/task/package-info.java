/// Tests of what tasks do.
package dev.switchboard.local.machine.task;
