package dev.switchboard.local.machine.definition;

import java.time.Duration;
import java.util.Optional;

/// A state machine.
///
/// @param timeout of one execution; absent: none, which on AWS is a year
public record Machine(Flow flow, Optional<Duration> timeout) {}
