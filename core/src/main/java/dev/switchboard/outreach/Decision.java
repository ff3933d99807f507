package dev.switchboard.outreach;

import dev.switchboard.contact.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What was decided about one lead of an order, and why.
///
/// @param lead with the fields that its duplicates added
/// @param rule id of the rule that decided: `score-call`, `score-voicemail`, `email`,
///   `sms-last-resort`, `expected-value`, `owner-rule:1`, `budget-email-only`, or, without a route,
///   `unreachable`, `blocked`, `voice-not-worth`, `budget-per-lead`, `budget-total`, `holdout`,
///   `duplicate`
/// @param because a sentence for a person
/// @param route present exactly when accepted or held
/// @param turnedDown the channels that are not in the route
/// @param duplicateOf id of the lead it was merged into; present exactly for a duplicate
/// @param remarks what was noticed: wrong fields, merged leads, an owner's rule that could not be
///   kept
public record Decision(
    Lead lead,
    Status status,
    String rule,
    String because,
    Scoring scoring,
    Optional<Route> route,
    List<TurnedDown> turnedDown,
    Optional<String> duplicateOf,
    List<String> remarks) {

  public enum Status {
    /// To be sent at once.
    ACCEPTED,
    /// To be sent when due.
    HELD,
    /// Neither a phone number nor an e-mail address.
    UNREACHABLE,
    /// Merged into an earlier lead.
    DUPLICATE,
    /// The law or the score leaves no channel.
    BLOCKED,
    /// Left out to measure the lift.
    HOLDOUT,
    /// No money left for it.
    OVER_BUDGET;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Decision {
    turnedDown = List.copyOf(turnedDown);
    remarks = List.copyOf(remarks);
    var sent = status == Status.ACCEPTED || status == Status.HELD;
    if (sent != route.isPresent())
      throw new IllegalArgumentException("a lead has a route if it is sent to: " + status);
  }

  public Optional<Channel> channel() {
    return route.map(Route::channel);
  }
}
