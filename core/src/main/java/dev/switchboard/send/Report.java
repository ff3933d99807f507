package dev.switchboard.send;

import dev.switchboard.price.Usd;
import java.time.Instant;
import java.util.Optional;

/// What a provider tells of a send after it was taken.
///
/// @param state one of `DELIVERED UNDELIVERED VOICEMAIL NO_ANSWER BOUNCED ANSWERED`
/// @param cause the provider's word for it: `busy`, `initiation failed`, `30005`
/// @param cost what it charged; empty when it does not say
public record Report(State state, String cause, Optional<Usd> cost, Instant at) {

  public Report {
    if (state.rank() < State.DELIVERED.rank() || state.rank() > State.ANSWERED.rank())
      throw new IllegalArgumentException("not a state that a provider reports: " + state);
  }
}
