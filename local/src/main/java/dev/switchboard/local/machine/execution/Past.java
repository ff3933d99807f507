package dev.switchboard.local.machine.execution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// One event of an execution's history.
///
/// @param id from 1 on
/// @param previous event that led to this one; 0 for the first
/// @param type as Step Functions names it
/// @param details with the fields that Step Functions gives this type
public record Past(long id, long previous, Instant at, String type, ObjectNode details) {}
