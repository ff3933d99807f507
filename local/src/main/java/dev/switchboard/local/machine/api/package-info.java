/// Step Functions' JSON protocol over [dev.switchboard.local.machine.Machines], as the SDK and the
/// AWS CLI speak it.
///
/// The way in is [dev.switchboard.local.machine.api.MachineProtocol]. What makes, changes or
/// deletes machines is left out: machines are the template's.
package dev.switchboard.local.machine.api;
