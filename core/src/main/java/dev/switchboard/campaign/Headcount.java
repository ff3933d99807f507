package dev.switchboard.campaign;

import java.util.Collection;

/// How many contractors of each tier.
///
/// @param internal of tier 1, at least 0
/// @param returning of tier 2, at least 0
/// @param external of tier 3, at least 0
public record Headcount(int internal, int returning, int external) {

  public static final Headcount NONE = new Headcount(0, 0, 0);

  public Headcount {
    if (internal < 0 || returning < 0 || external < 0)
      throw new IllegalArgumentException(
          "a headcount is at least 0 in each tier: %d/%d/%d"
              .formatted(internal, returning, external));
  }

  /// Counts a list that names the tier of each.
  static Headcount of(Collection<Tier> tiers) {
    var counted = NONE;
    for (var tier : tiers) counted = counted.plus(tier, 1);
    return counted;
  }

  public int of(Tier tier) {
    return switch (tier) {
      case INTERNAL -> internal;
      case RETURNING -> returning;
      case EXTERNAL -> external;
    };
  }

  public int total() {
    return internal + returning + external;
  }

  Headcount plus(Tier tier, int count) {
    return switch (tier) {
      case INTERNAL -> new Headcount(internal + count, returning, external);
      case RETURNING -> new Headcount(internal, returning + count, external);
      case EXTERNAL -> new Headcount(internal, returning, external + count);
    };
  }

  /// `2/8/1`, tier 1 first.
  @Override
  public String toString() {
    return internal + "/" + returning + "/" + external;
  }
}
