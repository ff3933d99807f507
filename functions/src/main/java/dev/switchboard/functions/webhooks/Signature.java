package dev.switchboard.functions.webhooks;

import java.time.Instant;

/// How one vendor signs its requests.
@FunctionalInterface
public interface Signature {

  /// Whether the vendor sent this, and not long before `now`; takes as long for a near miss as for
  /// a far one.
  ///
  /// @param now by real time, which is what vendors sign
  boolean holds(Incoming request, Instant now);
}
