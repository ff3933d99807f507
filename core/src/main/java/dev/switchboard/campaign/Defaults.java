package dev.switchboard.campaign;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/// Every number of campaigns that is a default, each with where it is from. The source's are marked
/// with its requirement; the others are ours, with their reason.
public final class Defaults {

  /// The day these numbers were last gone through.
  public static final LocalDate AS_OF = LocalDate.of(2026, 11, 26);

  /// Bids of a campaign that does not say how many (CAM-70).
  public static final int BIDS = 4;

  /// The "5/10/15 rule" (CAM-08): 5, 10 or 15 invitations for about five bids.
  public static final Rates RATES = new Rates(0.90, 0.50, 0.33);

  /// Wanted confidence of a campaign that does not say (CAM-C4).
  public static final Probability WANTED = new Probability(0.90);

  /// A check-in acts on a forecast below this (CAM-69, CAM-C11).
  public static final Probability TRIGGER = new Probability(0.75);

  /// Percent of the timeline at which check-ins are, in the order of [Stage] (CAM-73).
  public static final List<Integer> CHECK_INS = List.of(25, 50, 75, 90);

  /// From this check-in on an emergency may invite tier 3 (CAM-C14).
  public static final Stage EMERGENCY_EXTERNAL_FROM = Stage.EMERGENCY;

  /// When the wanted confidence is out of reach, so much less than what can be reached will do: the
  /// last hundredths cost most invitations.
  public static final double NEAR_ENOUGH = 0.02;

  /// How often campaigns are looked through for a poll that is due (CAM-68).
  public static final Duration SWEEP = ofMinutes(30);

  /// Spread of the logarithm of response times: two thirds answer between a third of the median and
  /// three times it. Assumed until learned.
  public static final double SPREAD = 1;

  /// Invitations of one contractor in [#FATIGUE_WINDOW], over all campaigns: one every other day is
  /// a job, one every day is a nuisance.
  public static final int FATIGUE_CAP = 3;

  public static final Duration FATIGUE_WINDOW = Duration.ofDays(7);

  /// Over which invitations are counted for whose turn it is: four weeks, so that a holiday does
  /// not put anybody first.
  public static final Duration ROTATION_WINDOW = Duration.ofDays(28);

  /// How many observed invitations weigh as much as the source's rate: the rate of a tier that was
  /// wrongly assumed is half way to the truth after twenty.
  public static final int PRIOR_INVITATIONS = 20;

  private static final List<Tier> KNOWN = List.of(Tier.INTERNAL, Tier.RETURNING);

  private Defaults() {}

  /// Hours, tiers, multiplier, poll and median response times (CAM-34 to CAM-37, CAM-C5, CAM-C12).
  /// Medians are ours, without a source: who is asked at short notice answers fast or not at all.
  public static Pace pace(Urgency urgency) {
    return switch (urgency) {
      case EMERGENCY ->
          pace(6, KNOWN, "1.5", ofMinutes(90), curves(ofHours(1), ofMinutes(90), ofHours(2)));
      case URGENT ->
          pace(24, Tier.ALL, "1.3", ofHours(6), curves(ofHours(3), ofHours(4), ofHours(6)));
      case STANDARD ->
          pace(336, Tier.ALL, "1.1", ofHours(24), curves(ofHours(12), ofHours(24), ofHours(36)));
      case FLEXIBLE ->
          pace(2160, Tier.ALL, "1.0", ofHours(24), curves(ofHours(24), ofHours(48), ofHours(72)));
    };
  }

  private static Pace pace(
      int upToHours, List<Tier> tiers, String multiplier, Duration poll, Curves curves) {
    return new Pace(upToHours, tiers, new BigDecimal(multiplier), poll, curves);
  }

  private static Curves curves(Duration internal, Duration returning, Duration external) {
    return Curves.of(internal, returning, external, SPREAD);
  }
}
