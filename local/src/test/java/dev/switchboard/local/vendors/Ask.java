package dev.switchboard.local.vendors;

import dev.switchboard.contact.Channel;
import java.util.Optional;

/// A message that a vendor is asked to carry, as its request has it.
///
/// @param mid the send's id, by whatever the vendor lets travel with a message
/// @param subject of a mail; empty text else
/// @param callback where the vendor is to tell what came of it; absent: where its console says
public record Ask(
    Channel channel,
    String mid,
    String from,
    String to,
    String subject,
    String words,
    Optional<String> callback) {}
