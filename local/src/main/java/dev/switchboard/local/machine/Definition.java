package dev.switchboard.local.machine;

import dev.switchboard.local.machine.definition.Machine;
import java.time.Instant;

/// A machine of the template, as it is now.
///
/// @param arn of the machine
/// @param key under which executions keep it
/// @param text with its substitutions made, as JSON
/// @param since when this runtime has it
public record Definition(String arn, String key, String text, Machine machine, Instant since) {}
