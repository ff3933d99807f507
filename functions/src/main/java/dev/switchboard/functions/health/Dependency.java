package dev.switchboard.functions.health;

import java.util.function.Supplier;

/// Something that the product depends on.
///
/// @param name unique among those of its kind: `sms`, `sends`
/// @param question asks it, free of cost; may throw [dev.switchboard.Unavailable], may hang
public record Dependency(String name, Kind kind, Supplier<Health> question) {

  /// What it is.
  public enum Kind {
    CHANNEL,
    WEBHOOKS,
    TABLE,
    QUEUE,
    BUS
  }
}
