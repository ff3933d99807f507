package dev.switchboard.local.machine.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How far an execution is.
///
/// @param events in its history
/// @param marks given out to waitings
/// @param deadline when the machine's own timeout ends it
/// @param end absent while it runs
/// @param redrives how often it was begun again where it had failed
/// @param redrivenAt last
public record Progress(
    Status status,
    long events,
    long marks,
    Optional<Instant> deadline,
    Optional<End> end,
    int redrives,
    Optional<Instant> redrivenAt) {

  private static final Duration REDRIVABLE = Duration.ofDays(14);

  /// As Step Functions names them.
  public enum Status {
    RUNNING,
    SUCCEEDED,
    FAILED,
    TIMED_OUT,
    ABORTED
  }

  /// @param output of one that succeeded
  /// @param failure of one that did not
  public record End(Instant at, Optional<JsonNode> output, Optional<Failure> failure) {}

  public static Progress begun(Optional<Instant> deadline) {
    return new Progress(Status.RUNNING, 0, 0, deadline, Optional.empty(), 0, Optional.empty());
  }

  public boolean running() {
    return status == Status.RUNNING;
  }

  /// Whether it can go on where it failed: within 14 days, and while its history has room.
  public boolean redrivable(Instant now) {
    return status != Status.SUCCEEDED
        && events < Limits.MOST_EVENTS - 1
        && end.filter(last -> last.at().plus(REDRIVABLE).isAfter(now)).isPresent();
  }

  Progress oneMoreEvent() {
    return new Progress(status, events + 1, marks, deadline, end, redrives, redrivenAt);
  }

  Progress oneMoreMark() {
    return new Progress(status, events, marks + 1, deadline, end, redrives, redrivenAt);
  }

  Progress ended(Status how, End with) {
    return new Progress(how, events, marks, deadline, Optional.of(with), redrives, redrivenAt);
  }

  Progress redriven(Instant now, Optional<Instant> newDeadline) {
    return new Progress(
        Status.RUNNING,
        events,
        marks,
        newDeadline,
        Optional.empty(),
        redrives + 1,
        Optional.of(now));
  }
}
