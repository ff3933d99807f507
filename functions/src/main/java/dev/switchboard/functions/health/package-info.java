/// How everything does that the product depends on: channels and who carries them, tables, queues,
/// the bus, and the way that vendors have to us.
///
/// [dev.switchboard.functions.health.CheckDependencies] answers it over HTTP;
/// [dev.switchboard.functions.health.Dependencies] lists them, which is where a job adds its own.
package dev.switchboard.functions.health;
