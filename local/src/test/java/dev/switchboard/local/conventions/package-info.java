/// Guards the style guide where a machine can: names, the template's rules, the API's contract, the
/// documents.
///
/// The way in is [dev.switchboard.local.conventions.TemplateTest]; each rule of the template has a
/// fixture under `src/test/resources/conventions` that breaks it and nothing else. What a reader
/// judges better than a machine is left out.
package dev.switchboard.local.conventions;
