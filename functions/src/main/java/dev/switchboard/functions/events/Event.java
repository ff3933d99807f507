package dev.switchboard.functions.events;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.ContactId;
import dev.switchboard.send.PurposeId;
import java.util.Optional;

/// Something that happened; the name is the event's `detail-type`.
///
/// Told at least once, after it was stored: nothing depends on it for being right, only for being
/// soon.
public sealed interface Event {

  OwnerId owner();

  /// An order was stored and its sends are on their way.
  record OutreachAccepted(OwnerId owner, PurposeId executionId, int leads) implements Event {}

  /// All sends of an execution are settled.
  record OutreachCompleted(OwnerId owner, PurposeId executionId) implements Event {}

  /// A contact opted out; what still waits for it is withdrawn.
  ///
  /// @param channel its wire name; empty: of every channel
  record ContactOptedOut(OwnerId owner, ContactId contactId, Optional<String> channel)
      implements Event {}

  /// A contact responded; what still waits for it in that execution is withdrawn.
  record LeadResponded(OwnerId owner, ContactId contactId, PurposeId executionId, String kind)
      implements Event {}
}
