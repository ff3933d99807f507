package dev.switchboard.campaign;

import java.util.List;

/// How well a contractor is known, best first; each tier answers at a rate of its own.
public enum Tier {
  /// On the platform, licence and insurance verified, an established relationship (CAM-31).
  INTERNAL(1),
  /// Was active, has a good history, is quiet at present (CAM-32).
  RETURNING(2),
  /// Found for this campaign, invited without knowing us (CAM-33).
  EXTERNAL(3);

  /// In the order in which they are invited.
  public static final List<Tier> ALL = List.of(values());

  private final int number;

  Tier(int number) {
    this.number = number;
  }

  /// 1 to 3.
  public int number() {
    return number;
  }

  /// `tier 2`.
  public String told() {
    return "tier " + number;
  }
}
