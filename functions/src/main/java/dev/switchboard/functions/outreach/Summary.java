package dev.switchboard.functions.outreach;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The count of one execution. Amounts are in millionths of a dollar.
///
/// @param unsettled leads whose chain has not ended
/// @param statuses leads by their decision's status
/// @param states sends by state
/// @param nextDue when the next waiting send is due
record Summary(
    int leads,
    int unsettled,
    Map<String, Integer> statuses,
    Map<String, Integer> states,
    List<ByChannel> channels,
    List<ByScore> scores,
    int responded,
    int converted,
    long lowMicrosUsd,
    long midMicrosUsd,
    long highMicrosUsd,
    long withFallbacksMicrosUsd,
    long actualMicrosUsd,
    Optional<Instant> nextDue) {

  /// @param leads that were tried on it first
  /// @param sends that a provider took
  record ByChannel(
      String channel,
      int leads,
      int sends,
      int delivered,
      int responded,
      int converted,
      long estimatedMicrosUsd,
      long actualMicrosUsd) {

    ByChannel plus(ByChannel other) {
      return new ByChannel(
          channel,
          leads + other.leads,
          sends + other.sends,
          delivered + other.delivered,
          responded + other.responded,
          converted + other.converted,
          estimatedMicrosUsd + other.estimatedMicrosUsd,
          actualMicrosUsd + other.actualMicrosUsd);
    }
  }

  /// @param score 0 for leads without one
  record ByScore(
      int score, int leads, int responded, int converted, long costMicrosUsd, long valueMicrosUsd) {

    ByScore plus(ByScore other) {
      return new ByScore(
          score,
          leads + other.leads,
          responded + other.responded,
          converted + other.converted,
          costMicrosUsd + other.costMicrosUsd,
          valueMicrosUsd + other.valueMicrosUsd);
    }
  }
}
