package dev.switchboard.local.vendors;

import java.time.Instant;

/// A message that a vendor took.
///
/// @param id the vendor's own
/// @param ending what becomes of it, in the vendor's own word
public record Taken(Ask ask, String id, String ending, Instant at) {

  /// Whether it is told that it left, before it is told what came of it: of one in four.
  boolean early() {
    return Math.floorMod(id.hashCode(), 4) == 0;
  }

  /// The ending without what stands behind it: `undelivered` of `undelivered 30005`.
  String status() {
    return ending.split(" ")[0];
  }
}
