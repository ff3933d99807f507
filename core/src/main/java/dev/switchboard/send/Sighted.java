package dev.switchboard.send;

import java.time.Duration;
import java.time.Instant;

/// What it makes of an unclear send that its provider has it, or has it not.
final class Sighted {

  private Sighted() {}

  static Send of(Send send, Sighting sighting, Instant now) {
    var age = Duration.between(send.since(), now);
    return switch (sighting) {
      case Sighting.Found(var providerId) -> send.accepted(providerId, now);
      case Sighting.Absent _ when age.compareTo(Timing.SETTLING) >= 0 && once(send) ->
          new Change(send)
              .state(State.PLANNED)
              .due(now)
              .reason("absent", "the provider does not have it")
              .done();
      case Sighting.Absent _, Sighting.Unclear _ when age.compareTo(Timing.PARKING) >= 0 ->
          new Change(send)
              .state(State.PARKED)
              .settled()
              .reason("parked", "nobody can tell whether it was sent: decide by hand")
              .done();
      case Sighting.Absent _, Sighting.Unclear _ ->
          new Change(send).due(now.plus(Timing.LOOK_AGAIN)).done();
    };
  }

  /// Whether it was attempted once; attempts that were certainly not taken do not count.
  private static boolean once(Send send) {
    return send.attempts() - send.tries() < 2;
  }
}
