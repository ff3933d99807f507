/// JSONata as state machines have it.
package dev.switchboard.local.machine.expression;
