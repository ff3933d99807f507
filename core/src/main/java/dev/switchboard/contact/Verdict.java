package dev.switchboard.contact;

import java.time.Instant;

/// What the outbound gate says of one message at one moment.
public sealed interface Verdict {

  /// It may leave now.
  record Allow() implements Verdict {}

  /// Not now.
  ///
  /// @param until the first moment at which, as things stand now, no rule of time is against it;
  ///   the question is to be asked again then
  /// @param rule id of the rule that holds it: `hours-state`
  /// @param because a sentence for a person
  record Hold(Instant until, String rule, String because) implements Verdict {}

  /// Not this message over this channel.
  record Block(String rule, String because) implements Verdict {}
}
