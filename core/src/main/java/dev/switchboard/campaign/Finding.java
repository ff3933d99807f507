package dev.switchboard.campaign;

/// Something about a plan that its owner should know before it runs.
///
/// @param rule its name
/// @param sentence for a person
public record Finding(String rule, String sentence) {}
