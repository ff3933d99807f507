package dev.switchboard.contact;

import dev.switchboard.OwnerId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What registers know of phone numbers: do-not-call lists, and numbers that belong to somebody
/// else by now.
///
/// Asked for all numbers of an order when it is planned, and for each send before its attempt;
/// answers within two seconds. Throws [dev.switchboard.Unavailable] when a register cannot be
/// reached: nothing is sent unasked.
@FunctionalInterface
public interface NumberRegistry {

  /// Knows nothing; what the product ships with.
  NumberRegistry NONE = (_, _) -> Map.of();

  /// What is known of E.164 numbers; those of which nothing is known may be left out.
  Map<String, List<Listing>> listings(OwnerId owner, Set<String> numbers);
}
