/// What can be asked of vendors without cost, so that a person is told what works, what is missing
/// and how to mend it.
///
/// A [dev.switchboard.functions.providers.checkup.Question] comes to
/// [dev.switchboard.functions.providers.checkup.Diagnosis]es; each vendor's questions are in its
/// own package. None of it counts as an attempt: what a question comes to tells
/// [dev.switchboard.functions.providers.traffic.Traffic] nothing.
package dev.switchboard.functions.providers.checkup;
