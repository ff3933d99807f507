package dev.switchboard.functions.outreach;

import dev.switchboard.OwnerId;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.aws.SqsQueue;
import dev.switchboard.outreach.Execution;
import dev.switchboard.send.PurposeId;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;

/// The queue that says which slices of plans are to be written. Losing a message costs a minute,
/// doubling one costs nothing.
///
/// @param queue carries [Wanted] as JSON
public record PlanQueue(SqsQueue queue) {

  /// A slice that is to be written.
  ///
  /// @param slice its number, from 0
  public record Wanted(OwnerId owner, PurposeId execution, int slice) {}

  /// Asks for all slices of an execution but those that are written.
  void write(Execution execution, Set<Integer> written) {
    queue.send(
        IntStream.range(0, Slice.count(execution))
            .filter(slice -> !written.contains(slice))
            .mapToObj(slice -> new Wanted(execution.owner(), execution.id(), slice))
            .map(it -> new SqsQueue.Message(it.owner().key(), Json.text(it), Duration.ZERO))
            .toList());
  }
}
