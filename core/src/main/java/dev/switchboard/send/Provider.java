package dev.switchboard.send;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who carries a channel. Each method is at most one request of its kind and never retries.
public interface Provider {

  /// `twilio`, `outbox`.
  String name();

  /// What it takes at most; empty for one that is always there for everybody.
  default Optional<Limits> limits() {
    return Optional.empty();
  }

  /// How many senders it has for the channel: numbers or addresses that messages come from.
  default int senders() {
    return 1;
  }

  /// The shortest time after which it can be told to give a message up: closer to the end of the
  /// hours of sending nothing is handed over.
  default Duration leastValidity() {
    return Duration.ZERO;
  }

  /// Hands over one message; returns within 10 seconds.
  ///
  /// @param before when it must have reached the contact, else never; empty: at least an hour from
  ///   now
  Outcome attempt(Send send, Content content, Optional<Instant> before);

  /// Looks for a send whose attempt was unclear.
  Sighting find(Send send);

  /// What has been reported of a send that was taken; oldest first, empty when nothing is known.
  List<Report> reports(Send send);
}
