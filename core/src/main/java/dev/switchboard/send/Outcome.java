package dev.switchboard.send;

import java.time.Duration;
import java.util.Optional;

/// What one attempt at a provider came to.
public sealed interface Outcome {

  /// The provider has it.
  ///
  /// @param providerId the provider's own id
  record Accepted(String providerId) implements Outcome {}

  /// The provider refused it, for good.
  ///
  /// @param code the provider's, `21610`
  record Refused(Refusal refusal, String code, String detail) implements Outcome {}

  /// Certainly not taken: connection refused, name not found, 429. A later attempt may succeed.
  ///
  /// @param retryAfter how long a provider that has too much to do wants to be left alone; empty
  ///   when it was not reached
  record NotTaken(Optional<Duration> retryAfter, String cause) implements Outcome {}

  /// Taken or not, nobody can tell: 5xx, no answer after writing.
  record Unclear(String cause) implements Outcome {}

  /// Why a provider refuses.
  enum Refusal {
    /// The contact opted out at the provider.
    OPTED_OUT,
    /// Nothing can reach this address on this channel.
    BAD_ADDRESS,
    /// These words may not be sent.
    CONTENT,
    /// Our account, our settings, our request.
    OUR_MISTAKE
  }
}
