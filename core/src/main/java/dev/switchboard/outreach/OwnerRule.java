package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// An owner's own rule: leads with this trait get this channel first, whatever their score.
///
/// `industry = enterprise → voice_call` is one. What the law, the lead's addresses or the budget
/// close stays closed.
///
/// @param equals compared without regard to case and outer spaces, 1 to 100 characters
public record OwnerRule(Trait trait, String equals, Channel prefer) {

  private static final int MAX_LENGTH = 100;

  /// What a rule can ask about a lead.
  public enum Trait {
    INDUSTRY,
    ROLE,
    COMPANY,
    SOURCE;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The trait of that wire name; empty if there is none.
    public static Optional<Trait> ofWire(String wire) {
      return Arrays.stream(values()).filter(trait -> trait.wire().equals(wire)).findFirst();
    }

    private Optional<String> of(Lead.Traits traits) {
      return switch (this) {
        case INDUSTRY -> traits.industry();
        case ROLE -> traits.role();
        case COMPANY -> traits.company();
        case SOURCE -> traits.source();
      };
    }
  }

  public OwnerRule {
    equals = equals.strip();
    if (equals.isEmpty() || equals.length() > MAX_LENGTH)
      throw new IllegalArgumentException(
          "a rule compares with 1 to %d characters: %s".formatted(MAX_LENGTH, equals));
  }

  public boolean matches(Lead lead) {
    return trait
        .of(lead.traits())
        .filter(value -> value.strip().equalsIgnoreCase(equals))
        .isPresent();
  }
}
