/// What AWS says of states, held against the interpreter: each test begins with the sentence of its
/// documentation that it rests on, in our words.
package dev.switchboard.local.machine.execution;
