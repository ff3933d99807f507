package dev.switchboard.functions.outreach;

import dev.switchboard.Unavailable;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.Trouble;
import dev.switchboard.functions.aws.Parallel;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Execution.Status;
import dev.switchboard.outreach.Executions;
import dev.switchboard.outreach.Slices;
import dev.switchboard.send.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Accepted plans from the moment they are kept until all of them are written.
public final class Plans {

  /// The note that says that a plan is kept to its end.
  private static final String RECEIPT = "receipt";

  /// While more messages than this wait, none is taken for lost.
  private static final long BUSY = 1_000;

  private final Executions executions;
  private final Slices slices;
  private final PlanQueue queue;

  public Plans(Executions executions, Slices slices, PlanQueue queue) {
    this.executions = executions;
    this.slices = slices;
    this.queue = queue;
  }

  /// What was answered when the plan was kept; empty as long as it is not kept to its end.
  Optional<String> receipt(Execution execution) {
    return executions.note(execution.owner(), execution.id(), RECEIPT);
  }

  /// Whether it was over before its plan was kept to its end: nobody was ever told of it.
  boolean givenUp(Execution execution) {
    return execution.status() == Status.CANCELLED && receipt(execution).isEmpty();
  }

  /// Keeps the slices that are not kept yet.
  void keep(Execution execution, List<Slice> parts) {
    var documents = parts.stream().map(Json::text).toList();
    Parallel.each(
        IntStream.range(0, documents.size()).boxed().toList(),
        part -> slices.keep(execution.owner(), execution.id(), part, documents.get(part)));
  }

  /// Says that the plan is kept to its end: from now on it is written without its order.
  void keep(Execution execution, String receipt) {
    executions.note(execution.owner(), execution.id(), RECEIPT, receipt);
  }

  /// Has what is not written yet written.
  void write(Execution execution) {
    try {
      queue.write(execution, slices.written(execution.owner(), execution.id()));
    } catch (Unavailable e) {
      // It stands: whoever was told that it failed would order it twice.
      System.err.println("the sweeper has it written: " + Trouble.line(e));
    }
  }

  /// A plan that stands is written to its end, one that was never kept to its end is over, and of
  /// one that is over nothing stays.
  ///
  /// @param since how long ago it was begun
  void resume(Execution execution, Duration since) {
    switch (execution.status()) {
      case PLANNING -> {
        if (receipt(execution).isPresent()) ask(execution);
        else if (since.compareTo(Timing.NEGLECT) > 0)
          executions.change(execution, execution.with(Status.CANCELLED));
      }
      case CANCELLED -> forget(execution);
      case AWAITING_APPROVAL, RUNNING, PAUSED, COMPLETED -> {}
    }
  }

  private void ask(Execution execution) {
    if (queue.queue().depth().waiting() < BUSY) write(execution);
  }

  private void forget(Execution execution) {
    var written = slices.written(execution.owner(), execution.id());
    for (var part = 0; part < Slice.count(execution); part++)
      if (!written.contains(part)) slices.written(execution.owner(), execution.id(), part);
  }
}
