package dev.switchboard.send;

import dev.switchboard.price.Usd;
import java.time.Instant;
import java.util.Optional;

/// What a provider tells of a send after it was taken.
///
/// @param state one of `DELIVERED UNDELIVERED VOICEMAIL NO_ANSWER BOUNCED ANSWERED`
/// @param cause the provider's word for it: `busy`, `initiation failed`, `30005`
/// @param objection what it holds against the message; empty where the state says all
/// @param cost what it charged; empty when it does not say
public record Report(
    State state, String cause, Optional<Objection> objection, Optional<Usd> cost, Instant at) {

  public Report {
    if (state.rank() < State.DELIVERED.rank() || state.rank() > State.ANSWERED.rank())
      throw new IllegalArgumentException("not a state that a provider reports: " + state);
  }

  /// Of which the state says all.
  public Report(State state, String cause, Optional<Usd> cost, Instant at) {
    this(state, cause, Optional.empty(), cost, at);
  }

  /// The same, and what the provider holds against it.
  public Report with(Objection reason) {
    return new Report(state, cause, Optional.of(reason), cost, at);
  }

  /// Whether the provider is sure that nobody was reached.
  boolean missed() {
    return state == State.UNDELIVERED || state == State.NO_ANSWER;
  }

  boolean passing() {
    return objection.filter(it -> it.kind() == Objection.Kind.PASSING).isPresent();
  }

  /// The rule that a send ends by.
  String rule() {
    return objection
        .map(it ->
            switch (it.kind()) {
              case CONTENT -> "content-refused";
              case OUR_MISTAKE -> "our-mistake";
              case PASSING, OPTED_OUT, COMPLAINT, BAD_ADDRESS -> "reported";
            })
        .orElse("reported");
  }
}
