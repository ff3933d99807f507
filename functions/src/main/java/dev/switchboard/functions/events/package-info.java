/// What happened, told on the bus for whoever wants to know.
package dev.switchboard.functions.events;
