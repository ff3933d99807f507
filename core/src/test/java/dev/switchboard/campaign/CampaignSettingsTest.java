package dev.switchboard.campaign;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchboard.campaign.CampaignSettings.Fatigue;
import dev.switchboard.price.Usd;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CampaignSettingsTest {

  private static final CampaignSettings SETTINGS = CampaignSettings.DEFAULT;

  @Test
  void defaults_are_those_of_the_source() {
    assertEquals(4, Defaults.BIDS);
    assertEquals(new Rates(0.90, 0.50, 0.33), SETTINGS.rates());
    assertEquals(List.of(25, 50, 75, 90), SETTINGS.checkIns());
    assertEquals(new Probability(0.75), SETTINGS.trigger());
    assertEquals(new Probability(0.90), Defaults.WANTED);
    assertEquals(1800, Defaults.SWEEP.toSeconds());
    assertEquals(Stage.EMERGENCY, SETTINGS.emergencyExternalFrom());
    assertEquals(new Fatigue(3, Duration.ofDays(7)), SETTINGS.fatigue());
  }

  /// CAM-08, CAM-09, CAM-34 to CAM-37, CAM-C10, CAM-C12.
  @Test
  void each_urgency_has_its_tiers_multiplier_poll_and_medians() {
    var known = List.of(Tier.INTERNAL, Tier.RETURNING);
    pace(
        Urgency.EMERGENCY,
        6,
        known,
        "1.5",
        ofMinutes(90),
        curves(ofHours(1), ofMinutes(90), ofHours(2)));
    pace(
        Urgency.URGENT,
        24,
        Tier.ALL,
        "1.3",
        ofHours(6),
        curves(ofHours(3), ofHours(4), ofHours(6)));
    pace(
        Urgency.STANDARD,
        336,
        Tier.ALL,
        "1.1",
        ofHours(24),
        curves(ofHours(12), ofHours(24), ofHours(36)));
    pace(
        Urgency.FLEXIBLE,
        2160,
        Tier.ALL,
        "1.0",
        ofHours(24),
        curves(ofHours(24), ofHours(48), ofHours(72)));
  }

  /// CAM-C5: bands by their upper end, inclusive.
  @Test
  void bands_end_with_their_longest_timeline() {
    var urgencies =
        List.of(1, 6, 7, 24, 25, 168, 336, 337, 2160).stream().map(SETTINGS::urgency).toList();

    assertEquals(
        List.of(
            Urgency.EMERGENCY,
            Urgency.EMERGENCY,
            Urgency.URGENT,
            Urgency.URGENT,
            Urgency.STANDARD,
            Urgency.STANDARD,
            Urgency.STANDARD,
            Urgency.FLEXIBLE,
            Urgency.FLEXIBLE),
        urgencies);
  }

  /// CAM-C20.
  @Test
  void what_is_out_of_bounds_is_refused_with_rule_and_value() {
    refused("bids_needed is 1 to 100: 0", () -> new Need(0, 6));
    refused("bids_needed is 1 to 100: 101", () -> new Need(101, 6));
    refused("timeline_hours is 1 to 2160: 0", () -> new Need(4, 0));
    refused("timeline_hours is 1 to 2160: 2161", () -> new Need(4, 2161));
    refused("a response rate is above 0, at most 1: 0.0", () -> new Rates(0.9, 0, 0.3));
    refused("a response rate is above 0, at most 1: NaN", () -> new Rates(Double.NaN, 1, 1));
    refused("a probability is 0 to 1: 1.5", () -> new Probability(1.5));
    refused("a probability is 0 to 1: NaN", () -> new Probability(Double.NaN));
    refused("a headcount is at least 0 in each tier: 1/-1/0", () -> new Headcount(1, -1, 0));
    refused("a budget is at least $0.00: $-1.00", () -> new Budget(Usd.of("-1"), Usd.of("1")));
    refused("an invitation costs more than $0.00: $0.00", () -> new Budget(Usd.ZERO, Usd.ZERO));
    refused("the fatigue cap is 1 to 100: 0", () -> new Fatigue(0, Duration.ofDays(7)));
  }

  @Test
  void settings_that_contradict_themselves_are_refused() {
    refused(
        "check-ins rise from 1 to 99 percent: [25, 75, 50, 90]", () -> checkIns(25, 75, 50, 90));
    refused("check-ins rise from 1 to 99 percent: [0, 50, 75, 90]", () -> checkIns(0, 50, 75, 90));
    refused("there are 4 check-ins: 3", () -> checkIns(25, 50, 75));
    refused("urgent reaches beyond 6 hours: 6", () -> urgentUpTo(6));
    refused(
        "each urgency has a pace: none for emergency",
        () -> settings(Map.of(), Defaults.CHECK_INS));
  }

  /// CAM-C3: to 0.1 %, never 100 %.
  @Test
  void a_probability_never_claims_certainty() {
    assertEquals("91.9 %", new Probability(0.91854).shown());
    assertEquals("99.9 %", Probability.CERTAIN.shown());
    assertEquals("0.1 %", Probability.NEVER.shown());
    assertEquals("99.9 %", new Probability(0.9996).shown());
    assertEquals("71.0 %", new Probability(0.71).shown());
  }

  private static void pace(
      Urgency urgency,
      int hours,
      List<Tier> tiers,
      String multiplier,
      Duration poll,
      Curves curves) {
    assertEquals(
        new Pace(hours, tiers, new BigDecimal(multiplier), poll, curves), SETTINGS.pace(urgency));
  }

  private static Curves curves(Duration internal, Duration returning, Duration external) {
    return Curves.of(internal, returning, external, 1);
  }

  private static void refused(String message, Executable make) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, make).getMessage());
  }

  private static void checkIns(Integer... percents) {
    settings(SETTINGS.paces(), List.of(percents));
  }

  private static void urgentUpTo(int hours) {
    var paces = new EnumMap<>(SETTINGS.paces());
    var urgent = paces.get(Urgency.URGENT);
    paces.put(
        Urgency.URGENT,
        new Pace(hours, urgent.tiers(), urgent.multiplier(), urgent.poll(), urgent.curves()));
    settings(paces, Defaults.CHECK_INS);
  }

  private static CampaignSettings settings(Map<Urgency, Pace> paces, List<Integer> checkIns) {
    return new CampaignSettings(
        paces,
        SETTINGS.rates(),
        checkIns,
        SETTINGS.trigger(),
        SETTINGS.emergencyExternalFrom(),
        SETTINGS.fatigue());
  }
}
