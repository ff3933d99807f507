package dev.switchboard.local.machine.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.machine.definition.Resource;
import java.time.Instant;
import java.util.Optional;

/// Something to be done once a [Step] is kept.
public sealed interface Effect {

  /// Have a task done, and signal [Signal.Answered] or [Signal.Refused].
  record Perform(
      WalkId walk, long mark, Resource resource, JsonNode arguments, Optional<String> token)
      implements Effect {}

  /// Signal [Signal.Rang] at a time.
  ///
  /// @param idle whether nothing else happens until then, so that a move of the clock stops there;
  ///   a function that runs ends before
  record Alarm(WalkId walk, long mark, Instant due, boolean idle) implements Effect {}

  /// Signal [Signal.Proceed] when others had their turn.
  record GoOn() implements Effect {}

  /// Tell whoever waits for this execution that it is over.
  record Tell(String token) implements Effect {}
}
