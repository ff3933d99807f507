package dev.switchboard.campaign;

import dev.switchboard.contact.SendingHours;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When invitations can leave, where the campaign is.
public interface OpenHours {

  /// Day and night.
  OpenHours ALWAYS =
      new OpenHours() {
        @Override
        public Optional<Instant> opening(Instant from) {
          return Optional.of(from);
        }

        @Override
        public Optional<Instant> closing(Instant from) {
          return Optional.empty();
        }
      };

  /// The first open moment from `from` on, itself included; empty if there is none.
  Optional<Instant> opening(Instant from);

  /// The first closed moment after `from`, an open one; empty if there is none.
  Optional<Instant> closing(Instant from);

  static OpenHours of(SendingHours hours) {
    return new OpenHours() {
      @Override
      public Optional<Instant> opening(Instant from) {
        return hours.opening(from);
      }

      @Override
      public Optional<Instant> closing(Instant from) {
        return hours.closing(from, Duration.ofDays(1));
      }
    };
  }
}
