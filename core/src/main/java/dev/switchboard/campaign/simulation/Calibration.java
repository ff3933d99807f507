package dev.switchboard.campaign.simulation;

import java.util.ArrayList;
import java.util.List;

/// Whether forecasts mean what they say: what was predicted beside what came true, in ten bins.
///
/// @param bins from 0 % to 100 %, those without a forecast left out
public record Calibration(List<Bin> bins) {

  private static final int BINS = 10;

  /// @param predicted mean of the forecasts, 0 to 1
  /// @param reached share of them that came true, 0 to 1
  public record Bin(int forecasts, double predicted, double reached) {
    double gap() {
      return Math.abs(predicted - reached);
    }
  }

  public Calibration {
    bins = List.copyOf(bins);
  }

  /// Of campaigns that were only watched: who acts on a forecast changes what comes of it.
  public static Calibration of(List<Run> watched) {
    var count = new int[BINS];
    var predicted = new double[BINS];
    var reached = new int[BINS];
    for (var run : watched)
      for (var look : run.looks()) {
        double forecast = look.forecast().value();
        int bin = Math.min((int) (forecast * BINS), BINS - 1);
        count[bin]++;
        predicted[bin] += forecast;
        if (run.filled()) reached[bin]++;
      }
    var bins = new ArrayList<Bin>();
    for (int bin = 0; bin < BINS; bin++)
      if (count[bin] > 0)
        bins.add(
            new Bin(count[bin], predicted[bin] / count[bin], (double) reached[bin] / count[bin]));
    return new Calibration(bins);
  }

  /// How far forecasts are from the truth, on average over all of them.
  public double error() {
    double sum = 0;
    int forecasts = 0;
    for (var bin : bins) {
      sum += bin.gap() * bin.forecasts();
      forecasts += bin.forecasts();
    }
    return forecasts == 0 ? 0 : sum / forecasts;
  }
}
