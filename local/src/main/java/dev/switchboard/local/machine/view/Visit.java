package dev.switchboard.local.machine.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/// One stay of an execution in a state.
///
/// @param left absent while it is there, or when it failed there
/// @param retries further attempts
/// @param error name and cause of the latest failure, if any
public record Visit(
    String state,
    Instant entered,
    Optional<Instant> left,
    int retries,
    JsonNode input,
    Optional<JsonNode> output,
    Optional<String> error) {}
