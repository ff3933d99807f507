/// The embedded runtime: `template.yaml` brought to life in one JVM.
///
/// The way in is [dev.switchboard.local.Main] from a terminal and
/// [dev.switchboard.local.EmbeddedRuntime] from a test. Throttling, permissions and other limits of
/// AWS that only production shows are left out.
package dev.switchboard.local;
