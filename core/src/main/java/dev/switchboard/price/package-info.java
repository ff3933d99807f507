/// What a message costs: prices before, the bill after.
package dev.switchboard.price;
