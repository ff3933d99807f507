package dev.switchboard.contact;

import java.util.Locale;

/// Why somebody is contacted; rules differ by it.
public enum Purpose {
  /// Solicitations: smart-send, campaigns.
  MARKETING,
  /// An answer to the contact, or something the contact asked for.
  SERVICE,
  /// A debt.
  COLLECTIONS;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
