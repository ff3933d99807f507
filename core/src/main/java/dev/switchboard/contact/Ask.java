package dev.switchboard.contact;

import dev.switchboard.price.Usd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything the gate looks at: one message, one contact, one moment.
///
/// @param send the id of the send, which does not count against its own frequency cap; empty when
///   planning
/// @param purposeId the execution, campaign or conversation it belongs to; a contact that responded
///   to it is not contacted further
/// @param address the phone number or e-mail address it would go to
/// @param contact as just read, with what else is kept of the person
/// @param listings of the address in registers of phone numbers; empty mostly
/// @param policy the owner's
/// @param spend what this message may cost at most, against what its lead may still cost
/// @param content what the gate needs to know of the text; empty while planning
public record Ask(
    String send,
    String purposeId,
    Channel channel,
    Purpose purpose,
    String address,
    Contact contact,
    List<Listing> listings,
    Policy policy,
    Spend spend,
    Optional<ContentFacts> content,
    Instant now) {

  public Ask {
    listings = List.copyOf(listings);
  }

  /// @param price the highest price of this message
  /// @param left what may still be spent on this contact for this purpose; absent: no limit
  public record Spend(Usd price, Optional<Usd> left) {}

  /// @param smsSegments segments of an SMS; 0 for other channels
  /// @param unsubscribe whether a one-click unsubscribe link is there (e-mail)
  /// @param postalAddress whether the owner's postal address is there (e-mail)
  /// @param optOutNotice whether it says how to opt out
  public record ContentFacts(
      int smsSegments, boolean unsubscribe, boolean postalAddress, boolean optOutNotice) {}
}
