package dev.switchboard.contact;

import dev.switchboard.OwnerId;
import java.util.List;
import java.util.Optional;

/// What is kept of an owner from the first use on.
///
/// Every method throws [dev.switchboard.Unavailable] when the store cannot be reached.
public interface Owners {

  /// @param secret 32 random bytes in base64url; signs links and makes contact ids unguessable
  record Owner(OwnerId id, String secret) {}

  /// The owner, made on first use; always the same afterwards.
  Owner of(OwnerId id);

  /// Every owner that was ever used, each once; for what names no owner.
  List<OwnerId> all();

  /// The owner whose [OwnerId#key] this is, if it was ever used.
  Optional<Owner> behind(String ownerKey);
}
