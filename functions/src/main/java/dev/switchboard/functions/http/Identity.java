package dev.switchboard.functions.http;

import dev.switchboard.OwnerId;
import java.util.Set;

/// Who asks, by the verified claims of the token and nothing else.
///
/// @param owner the account whose data is asked for
/// @param subject the person or agent, the token's `sub`
/// @param roles those of ours that the token grants; others are passed by
public record Identity(OwnerId owner, String subject, Set<Role> roles) {

  public Identity {
    roles = Set.copyOf(roles);
  }

  /// Whether this identity has one of those roles.
  public boolean hasAny(Set<Role> allowed) {
    return roles.stream().anyMatch(allowed::contains);
  }
}
