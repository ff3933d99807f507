package dev.switchboard.functions.health;

import dev.switchboard.functions.aws.SqsQueue;
import dev.switchboard.functions.providers.checkup.Diagnosis;
import dev.switchboard.functions.providers.traffic.Standing;
import dev.switchboard.functions.providers.traffic.Standing.Outage;
import java.util.List;
import java.util.Optional;

/// What a dependency said when it was asked, or that it said nothing.
public sealed interface Health {

  /// What it comes to, best first.
  enum Status {
    UP,
    /// It works, and something about it wants looking at.
    DEGRADED,
    /// It has not said anything in time.
    NO_ANSWER,
    DOWN
  }

  Status status();

  /// It answered; there is no more to say.
  record Answered() implements Health {
    @Override
    public Status status() {
      return Status.UP;
    }
  }

  /// @param depth empty where only what was given up is kept
  /// @param deadLetters messages that were given up; empty where nobody knows
  record Queue(Optional<SqsQueue.Depth> depth, Optional<Long> deadLetters) implements Health {
    @Override
    public Status status() {
      return deadLetters.orElse(0L) > 0 ? Status.DEGRADED : Status.UP;
    }
  }

  /// @param diagnoses each told once
  record Channel(Carriage carriage, List<Diagnosis> diagnoses) implements Health {
    @Override
    public Status status() {
      return switch (carriage) {
        case Carriage.None() -> Status.DOWN;
        case Carriage.Simulated _ -> Health.of(diagnoses);
        case Carriage.Vendor(_, var standing) ->
            switch (standing.outage()) {
              case Outage.Open _ -> Status.DOWN;
              case Outage.HalfOpen() -> Status.DEGRADED;
              case Outage.Closed _ -> Health.of(diagnoses);
            };
      };
    }
  }

  /// Who carries a channel.
  sealed interface Carriage {
    record Vendor(String name, Standing standing) implements Carriage {}

    /// @param name `outbox`
    record Simulated(String name) implements Carriage {}

    /// The vendor is set up in part.
    record None() implements Carriage {}
  }

  /// What vendors tell, and whether it comes in.
  record Webhooks(List<Diagnosis> diagnoses) implements Health {
    @Override
    public Status status() {
      return Health.of(diagnoses);
    }
  }

  /// It could not be asked.
  record Down(String because) implements Health {
    @Override
    public Status status() {
      return Status.DOWN;
    }
  }

  /// It hangs.
  record Silent() implements Health {
    @Override
    public Status status() {
      return Status.NO_ANSWER;
    }
  }

  private static Status of(List<Diagnosis> diagnoses) {
    if (diagnoses.stream().anyMatch(Diagnosis.NoAnswer.class::isInstance)) return Status.NO_ANSWER;
    var missing = diagnoses.stream().anyMatch(Diagnosis.Missing.class::isInstance);
    return missing ? Status.DEGRADED : Status.UP;
  }
}
