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

  /// Asks for all slices of an execution but those that are written; if all of them are, for the
  /// first one: whoever gets it finds that the execution can run.
  void write(Execution execution, Set<Integer> written) {
    var all = IntStream.range(0, Slice.count(execution));
    var complete = written.size() == Slice.count(execution);
    queue.send(
        all.filter(slice -> complete ? slice == 0 : !written.contains(slice))
            .mapToObj(slice -> new Wanted(execution.owner(), execution.id(), slice))
            .map(it -> new SqsQueue.Message(it.owner().key(), Json.text(it), Duration.ZERO))
            .toList());
  }
}
