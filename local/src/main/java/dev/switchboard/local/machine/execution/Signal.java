package dev.switchboard.local.machine.execution;

import com.fasterxml.jackson.databind.JsonNode;

/// Something that happens to an execution.
public sealed interface Signal {

  /// It begins.
  record Begin() implements Signal {}

  /// It goes on where it stopped to let others have their turn.
  record Proceed() implements Signal {}

  /// A time came that a walk, or the execution as a whole, waited for.
  ///
  /// @param mark of the waiting; 0 for the execution's own timeout
  record Rang(WalkId walk, long mark) implements Signal {}

  /// What a task asked for was done.
  record Answered(WalkId walk, long mark, JsonNode result) implements Signal {}

  /// What a task asked for was not done.
  record Refused(WalkId walk, long mark, Failure failure) implements Signal {}

  /// A task's token came back with a result.
  record Succeeded(WalkId walk, long mark, JsonNode output) implements Signal {}

  /// A task's token came back with a failure.
  record Failed(WalkId walk, long mark, Failure failure) implements Signal {}

  /// Whoever has a task's token is still at it.
  record Alive(WalkId walk, long mark) implements Signal {}

  /// Somebody stops it.
  record Stop(Failure reason) implements Signal {}

  /// Somebody lets it go on where it failed.
  record Redrive() implements Signal {}
}
