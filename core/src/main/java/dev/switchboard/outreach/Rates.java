package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How often a message converts, by channel and band: the mean of a Beta distribution that starts
/// at [Defaults#rate] with the weight of [Defaults#PRIOR_SENDS] sends and moves with what was
/// observed.
public final class Rates {

  /// Before anything was observed.
  public static final Rates PRIOR = learned(List.of());

  private final Map<Channel, Map<Band, Double>> means;

  private Rates(Map<Channel, Map<Band, Double>> means) {
    this.means = means;
  }

  /// @param observations several of one channel and band add up
  public static Rates learned(List<Observation> observations) {
    var means = new EnumMap<Channel, Map<Band, Double>>(Channel.class);
    for (var channel : Channel.values()) {
      var perBand = new EnumMap<Band, Double>(Band.class);
      for (var band : Band.values()) perBand.put(band, mean(channel, band, observations));
      means.put(channel, perBand);
    }
    return new Rates(means);
  }

  /// Conversions per message, 0 to 1.
  public double of(Channel channel, Band band) {
    return means.get(channel).get(band);
  }

  private static double mean(Channel channel, Band band, List<Observation> observations) {
    long sends = 0;
    long conversions = 0;
    for (var seen : observations) {
      if (seen.channel() != channel || seen.band() != band) continue;
      sends += seen.sends();
      conversions += seen.conversions();
    }
    var prior = Defaults.rate(channel, band);
    if (sends == 0) return prior;
    return (prior * Defaults.PRIOR_SENDS + conversions) / (Defaults.PRIOR_SENDS + sends);
  }
}
