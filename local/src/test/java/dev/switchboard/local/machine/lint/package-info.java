/// What the linter says of small machines.
package dev.switchboard.local.machine.lint;
