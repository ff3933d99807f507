package dev.switchboard.campaign;

import dev.switchboard.contact.ContactId;
import java.time.Instant;

/// Contractors for tests.
final class Contractors {

  private Contractors() {}

  static ContactId id(int number) {
    return new ContactId("contractor%06d".formatted(number));
  }

  /// Who answers at the source's rate of his tier.
  static Candidate candidate(int number, Tier tier, Instant from) {
    return new Candidate(id(number), tier, Defaults.RATES.of(tier), from);
  }
}
