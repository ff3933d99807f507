package dev.switchboard.send;

import java.util.Optional;

/// The words of one message, as they leave.
///
/// @param subject of an e-mail; empty elsewhere
public record Content(Optional<String> subject, String text) {}
