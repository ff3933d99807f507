/// Functions as Lambda starts them: each in a process of its own, under AWS's runtime interface
/// client.
package dev.switchboard.local.lambda;
