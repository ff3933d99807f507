/// When a provider may be asked: its rate, what it carries at once, and whether it answers at all.
/// All instances of all functions share what is known, in one item for each question.
///
/// The way in is [dev.switchboard.functions.providers.traffic.Traffic]. Nothing here waits: who has
/// to, is told until when.
package dev.switchboard.functions.providers.traffic;
