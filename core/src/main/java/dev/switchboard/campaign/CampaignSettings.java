package dev.switchboard.campaign;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What an owner decided about campaigns. [#DEFAULT] holds until he decides otherwise.
///
/// @param paces by urgency; each reaches further than the one before
/// @param rates before anything was learned
/// @param checkIns percent of the timeline, rising, one for each [Stage]
/// @param trigger a check-in acts on a forecast below this
/// @param emergencyExternalFrom the first check-in at which an emergency may invite tier 3
/// @param fatigue how often one contractor may be invited
public record CampaignSettings(
    Map<Urgency, Pace> paces,
    Rates rates,
    List<Integer> checkIns,
    Probability trigger,
    Stage emergencyExternalFrom,
    Fatigue fatigue) {

  public static final CampaignSettings DEFAULT =
      new CampaignSettings(
          defaultPaces(),
          Defaults.RATES,
          Defaults.CHECK_INS,
          Defaults.TRIGGER,
          Defaults.EMERGENCY_EXTERNAL_FROM,
          new Fatigue(Defaults.FATIGUE_CAP, Defaults.FATIGUE_WINDOW));

  /// How often one contractor may be invited, over all campaigns.
  ///
  /// @param cap 1 to 100 invitations within `window`; default 3
  /// @param window 1 hour to 30 days; default 7 days
  public record Fatigue(int cap, Duration window) {
    public Fatigue {
      Bounds.within("the fatigue cap", cap, 1, 100);
      Bounds.within("the fatigue window", window, Duration.ofHours(1), Duration.ofDays(30));
    }
  }

  public CampaignSettings {
    paces = Map.copyOf(paces);
    checkIns = List.copyOf(checkIns);
    checkPaces(paces);
    checkCheckIns(checkIns);
  }

  /// The same with another forecast below which check-ins act.
  public CampaignSettings triggeredBelow(Probability other) {
    return new CampaignSettings(paces, rates, checkIns, other, emergencyExternalFrom, fatigue);
  }

  /// The urgency of a timeline of so many hours: bands end with their longest, inclusive (CAM-C5).
  public Urgency urgency(int hours) {
    for (var urgency : Urgency.values()) if (hours <= pace(urgency).upToHours()) return urgency;
    return Urgency.FLEXIBLE;
  }

  public Pace pace(Urgency urgency) {
    return paces.get(urgency);
  }

  public int percent(Stage stage) {
    return checkIns.get(stage.place());
  }

  private static Map<Urgency, Pace> defaultPaces() {
    var paces = new EnumMap<Urgency, Pace>(Urgency.class);
    for (var urgency : Urgency.values()) paces.put(urgency, Defaults.pace(urgency));
    return paces;
  }

  private static void checkPaces(Map<Urgency, Pace> paces) {
    int before = 0;
    for (var urgency : Urgency.values()) {
      var pace = paces.get(urgency);
      if (pace == null)
        throw new IllegalArgumentException("each urgency has a pace: none for " + urgency.wire());
      if (pace.upToHours() <= before)
        throw new IllegalArgumentException(
            "%s reaches beyond %d hours: %d".formatted(urgency.wire(), before, pace.upToHours()));
      before = pace.upToHours();
    }
  }

  private static void checkCheckIns(List<Integer> percents) {
    if (percents.size() != Stage.values().length)
      throw new IllegalArgumentException("there are 4 check-ins: " + percents.size());
    var rising =
        IntStream.range(1, percents.size()).allMatch(i -> percents.get(i - 1) < percents.get(i));
    if (!rising || percents.getFirst() < 1 || percents.getLast() > 99)
      throw new IllegalArgumentException("check-ins rise from 1 to 99 percent: " + percents);
  }
}
