/// What is decided: pure Java, without clock, IO or dependency.
///
/// The packages of the kernel ([dev.switchboard.contact], [dev.switchboard.send],
/// [dev.switchboard.price], [dev.switchboard.decision], [dev.switchboard.text]) know no job; the
/// jobs ([dev.switchboard.outreach]) know the kernel and not each other.
package dev.switchboard;
