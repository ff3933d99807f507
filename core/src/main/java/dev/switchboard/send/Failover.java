package dev.switchboard.send;

import java.time.Instant;
import java.util.Optional;

/// Turns a send over to the next sender that its provider has: only when nobody can have been
/// reached, and where the channel would be given up for a reason that lies with us.
public final class Failover {

  /// Rule of sends that wait for an attempt by another sender.
  private static final String RULE = "other-sender";

  private Failover() {}

  /// @param claimed that was attempted
  /// @param senders that the provider has
  /// @return empty if it stays with what the attempt came to
  public static Optional<Send> of(Send claimed, Outcome outcome, int senders, Instant now) {
    if (claimed.sender() + 1 >= senders) return Optional.empty();
    var after = claimed.after(outcome, now);
    if (after.state() != State.REJECTED) return Optional.empty();
    return cause(outcome).map(cause -> next(claimed, cause, now));
  }

  private static Optional<String> cause(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(var refusal, var code, _) when refusal == Outcome.Refusal.OUR_MISTAKE ->
          Optional.of(code);
      case Outcome.NotTaken(_, var cause) -> Optional.of(cause);
      case Outcome.Refused _, Outcome.Accepted _, Outcome.Unclear _ -> Optional.empty();
    };
  }

  private static Send next(Send claimed, String cause, Instant now) {
    return new Change(claimed)
        .state(State.PLANNED)
        .nextSender()
        .tries(claimed.attempts())
        .due(now)
        .reason(RULE, "refused by way of the sender before: " + cause)
        .done();
  }
}
