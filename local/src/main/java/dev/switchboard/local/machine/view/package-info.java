/// Executions as a person wants to see them: state by state, and as a picture.
///
/// The ways in are [dev.switchboard.local.machine.view.Visits] and
/// [dev.switchboard.local.machine.view.Picture]. Pages are made elsewhere.
package dev.switchboard.local.machine.view;
