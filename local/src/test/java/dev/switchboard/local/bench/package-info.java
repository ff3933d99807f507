/// Benchmarks: run by hand, asserting nothing about time. See `docs/performance.md`.
package dev.switchboard.local.bench;
