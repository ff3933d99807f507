package dev.switchboard.local.machine.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.machine.expression.Values;

/// AWS's limits on what an execution carries with it.
///
/// @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">AWS</a>
public final class Limits {

  /// Bytes of any input, output, result or variable.
  public static final int LARGEST = 256 * 1024;

  /// Events of one history.
  public static final int MOST_EVENTS = 25_000;

  /// Items of one Map state at a time, whatever it asks for.
  static final int MOST_AT_ONCE = 40;

  /// Seconds of a wait or timeout.
  static final long LONGEST_SECONDS = 99_999_999;

  private Limits() {}

  /// The value, when it is not too large.
  ///
  /// @param what state or task that made it, as AWS names it
  /// @throws Failing when it is
  static JsonNode checked(JsonNode value, String what) {
    // A short text is most often seen to be short without writing all of it.
    if (value.isObject() && value.isEmpty()) return value;
    if (Values.bytes(value) > LARGEST)
      throw new Failing(
          Failure.of(
              Failure.TOO_LARGE,
              "The state/task '%s' returned a result with a size exceeding the maximum number of bytes service limit."
                  .formatted(what)));
    return value;
  }
}
