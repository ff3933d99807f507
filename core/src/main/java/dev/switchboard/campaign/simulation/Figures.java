package dev.switchboard.campaign.simulation;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// What many rehearsals come to (CAM-C19).
///
/// @param success share that had enough bids by the deadline
/// @param invited contractors per campaign
/// @param timeToFill median of those that filled; empty when none did
/// @param byNowError mean absolute difference of bids expected by now and bids, over all check-ins
/// @param triggered share in which a check-in found the campaign behind
/// @param saved share of those that had enough bids all the same; empty when there were none
public record Figures(
    int campaigns,
    double success,
    double invited,
    Optional<Duration> timeToFill,
    double byNowError,
    double triggered,
    Optional<Double> saved) {

  /// @param runs at least one
  public static Figures of(List<Run> runs) {
    var behind = runs.stream().filter(Run::triggered).toList();
    return new Figures(
        runs.size(),
        share(runs, Run::filled),
        mean(runs, Run::invited),
        median(runs),
        byNowError(runs),
        share(runs, Run::triggered),
        behind.isEmpty() ? Optional.empty() : Optional.of(share(behind, Run::filled)));
  }

  private static Optional<Duration> median(List<Run> runs) {
    var times = runs.stream().flatMap(run -> run.filledAfter().stream()).sorted().toList();
    return times.isEmpty() ? Optional.empty() : Optional.of(times.get(times.size() / 2));
  }

  private static double byNowError(List<Run> runs) {
    return runs.stream()
        .map(Run::looks)
        .flatMap(looks -> looks.stream().skip(1))
        .mapToDouble(look -> Math.abs(look.expectedByNow() - look.bids()))
        .average()
        .orElse(0);
  }

  private static double share(List<Run> runs, Predicate<Run> which) {
    return (double) runs.stream().filter(which).count() / runs.size();
  }

  private static double mean(Collection<Run> runs, ToDoubleFunction<Run> value) {
    return runs.stream().mapToDouble(value).average().orElse(0);
  }
}
