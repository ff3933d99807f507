package dev.switchboard.local.machine.definition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What is done about the failures of a state: the first retrier that matches and has attempts
/// left, then the first catcher that matches.
public record Recovery(List<Retrier> retriers, List<Catcher> catchers) {

  public Recovery {
    retriers = List.copyOf(retriers);
    catchers = List.copyOf(catchers);
  }

  /// @param errors names, or `States.ALL`
  /// @param interval before the first of the further attempts; 1 s by default
  /// @param attempts most further attempts; 3 by default, 0 for none
  /// @param backoff factor from one interval to the next; 2 by default
  /// @param longest interval; absent: none
  /// @param jitter whether the pause is drawn from between nothing and the interval
  public record Retrier(
      List<String> errors,
      Duration interval,
      int attempts,
      double backoff,
      Optional<Duration> longest,
      boolean jitter) {

    public Retrier {
      errors = List.copyOf(errors);
    }

    /// The pause before the `attempt`-th further attempt, counted from 1, without jitter: `interval
    /// × backoff^(attempt-1)`, at most the longest.
    public Duration pause(int attempt) {
      var seconds = interval.toSeconds() * Math.pow(backoff, attempt - 1.0);
      var most = longest.map(Duration::toSeconds).orElse(Integer.MAX_VALUE + 0L);
      return Duration.ofMillis((long) (Math.min(seconds, most) * 1_000));
    }
  }

  /// @param results when it catches; a field of `$states` is `errorOutput`
  public record Catcher(List<String> errors, Results results, String next) {
    public Catcher {
      errors = List.copyOf(errors);
    }
  }
}
