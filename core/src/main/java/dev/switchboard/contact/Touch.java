package dev.switchboard.contact;

import java.time.Instant;

/// One attempt to reach a contact, of whichever job; the frequency cap counts them.
///
/// @param send the id of the send
/// @param at when the attempt began
public record Touch(String send, Channel channel, Purpose purpose, Instant at) {}
