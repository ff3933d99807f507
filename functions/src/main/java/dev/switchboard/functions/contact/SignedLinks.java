package dev.switchboard.functions.contact;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.ContactIds;
import dev.switchboard.contact.Owners;
import dev.switchboard.contact.Owners.Owner;
import dev.switchboard.send.SendId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/// Links in messages that need no login: the id of the send that carried the link, signed with the
/// owner's secret for one purpose. They never run out: an old mail must still be able to
/// unsubscribe.
public enum SignedLinks {
  /// By which an invited contractor answers, behind `/bids/`.
  BIDS("bid:"),
  /// By which a contact ends all messages, behind `/unsubscribe/`.
  UNSUBSCRIBE("unsubscribe:");

  private static final int ID = 50;
  private static final int SIGNATURE_BYTES = 16;

  private final String purpose;

  SignedLinks(String purpose) {
    this.purpose = purpose;
  }

  /// 72 characters that a path takes.
  public String token(Owner owner, SendId send) {
    return send.value() + signature(owner, send);
  }

  /// What a token was made for.
  public record Link(OwnerId owner, SendId send) {}

  /// What a token was made for; empty if we did not make it.
  public Optional<Link> read(Owners owners, String token) {
    if (!token.matches("[A-Za-z0-9_-]{72}")) return Optional.empty();
    var send = new SendId(token.substring(0, ID));
    return owners
        .behind(send.ownerKey())
        .filter(owner -> same(token.substring(ID), signature(owner, send)))
        .map(owner -> new Link(owner.id(), send));
  }

  private String signature(Owner owner, SendId send) {
    return ContactIds.code(owner, purpose + send.value(), SIGNATURE_BYTES);
  }

  /// Takes as long for a near miss as for a far one.
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
