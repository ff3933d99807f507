package dev.switchboard.local.machine.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/// An execution as it began; none of it changes.
///
/// @param id its ARN
/// @param machine ARN of the machine
/// @param definition key of the definition it began with, which it keeps
/// @param parent token to hand back at the end, when another execution waits for this one
public record Execution(
    String id,
    String machine,
    String definition,
    String name,
    JsonNode input,
    Instant startedAt,
    Optional<String> parent) {}
