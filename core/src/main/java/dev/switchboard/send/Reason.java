package dev.switchboard.send;

/// Why a send stands where it stands.
///
/// @param rule id of a rule of the gate or of the ledger: `hours-tcpa`, `lease-expired`
/// @param because a sentence for a person
public record Reason(String rule, String because) {}
