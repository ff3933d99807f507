/// The embedded runtime: `template.yaml` brought to life in one JVM.
package dev.switchboard.local;
