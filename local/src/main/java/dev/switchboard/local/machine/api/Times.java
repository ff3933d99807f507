package dev.switchboard.local.machine.api;

import java.time.Instant;

/// Times on the wire.
final class Times {
  private Times() {}

  /// Since 1970, with milliseconds behind the point.
  static double seconds(Instant time) {
    return time.toEpochMilli() / 1_000.0;
  }
}
