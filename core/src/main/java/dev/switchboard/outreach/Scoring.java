package dev.switchboard.outreach;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The score a lead is routed by, and where it is from.
///
/// @param score empty with [Basis#NONE], present otherwise
/// @param reasons what spoke for it, each a phrase for a person: `role founder +3`
public record Scoring(Optional<LeadScore> score, Basis basis, List<String> reasons) {

  public enum Basis {
    /// Came with the lead.
    GIVEN,
    /// Worked out from the lead's fields: a guess.
    QUALIFIED,
    /// The fields did not say enough.
    NONE;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Scoring {
    reasons = List.copyOf(reasons);
    if (score.isEmpty() != (basis == Basis.NONE))
      throw new IllegalArgumentException("a score has a basis: %s, %s".formatted(score, basis));
  }

  public static Scoring given(LeadScore score) {
    return new Scoring(Optional.of(score), Basis.GIVEN, List.of());
  }

  public static Scoring none(String because) {
    return new Scoring(Optional.empty(), Basis.NONE, List.of(because));
  }
}
