package dev.switchboard.outreach;

/// How much a lead is worth reaching, 1 (least) to 10.
public record LeadScore(int value) {

  public static final int MIN = 1;
  public static final int MAX = 10;

  public LeadScore {
    if (value < MIN || value > MAX)
      throw new IllegalArgumentException("a score is 1 to 10: " + value);
  }
}
