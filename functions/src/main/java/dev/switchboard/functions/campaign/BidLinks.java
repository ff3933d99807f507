package dev.switchboard.functions.campaign;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.ContactIds;
import dev.switchboard.contact.Owners;
import dev.switchboard.contact.Owners.Owner;
import dev.switchboard.send.SendId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/// Links by which an invited contractor answers: the id of the invitation's send, signed with the
/// owner's secret.
final class BidLinks {

  private static final int ID = 50;
  private static final int SIGNATURE_BYTES = 16;

  private BidLinks() {}

  /// What stands behind `/bids/`.
  static String token(Owner owner, SendId send) {
    return send.value() + signature(owner, send);
  }

  /// What a token was made for.
  record Link(OwnerId owner, SendId send) {}

  /// What a token was made for; empty if we did not make it.
  static Optional<Link> read(Owners owners, String token) {
    if (!token.matches("[A-Za-z0-9_-]{72}")) return Optional.empty();
    var send = new SendId(token.substring(0, ID));
    return owners
        .behind(send.ownerKey())
        .filter(owner -> same(token.substring(ID), signature(owner, send)))
        .map(owner -> new Link(owner.id(), send));
  }

  private static String signature(Owner owner, SendId send) {
    return ContactIds.code(owner, "bid:" + send.value(), SIGNATURE_BYTES);
  }

  /// Takes as long for a near miss as for a far one.
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
