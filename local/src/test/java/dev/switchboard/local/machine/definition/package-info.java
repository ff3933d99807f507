/// What is wrong in definitions, and how it is told.
package dev.switchboard.local.machine.definition;
