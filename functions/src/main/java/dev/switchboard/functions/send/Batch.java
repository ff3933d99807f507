package dev.switchboard.functions.send;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.switchboard.Unavailable;
import dev.switchboard.functions.Trouble;
import dev.switchboard.functions.aws.Parallel;
import dev.switchboard.functions.aws.SqsQueue;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/// A batch of queue messages: all at once, and only those that failed come again, each after a wait
/// of its own.
public final class Batch {

  private static final int MAX_WAIT_SECONDS = 900;

  private final SqsQueue queue;

  public Batch(SqsQueue queue) {
    this.queue = queue;
  }

  /// @param action on a message's body; an [IllegalArgumentException] says that it is not one of
  ///   ours
  public SQSBatchResponse each(SQSEvent event, Consumer<String> action) {
    var failures =
        Parallel.map(event.getRecords(), message -> failure(message, action)).stream()
            .flatMap(Optional::stream)
            .toList();
    return SQSBatchResponse.builder().withBatchItemFailures(failures).build();
  }

  private Optional<BatchItemFailure> failure(SQSMessage message, Consumer<String> action) {
    try {
      action.accept(message.getBody());
      return Optional.empty();
    } catch (RuntimeException e) {
      // Whatever it is: its neighbours must not come again because of it.
      System.err.println(message.getMessageId() + ": " + Trouble.line(e));
      retryLater(message);
      return Optional.of(new BatchItemFailure(message.getMessageId()));
    }
  }

  /// Full jitter: random up to 10, 20, 40 … seconds, by how often it was received.
  private void retryLater(SQSMessage message) {
    var count =
        Integer.parseInt(message.getAttributes().getOrDefault("ApproximateReceiveCount", "1"));
    var most = Math.min(MAX_WAIT_SECONDS, 5 << Math.min(count, 8));
    var wait = Duration.ofSeconds(ThreadLocalRandom.current().nextInt(most));
    try {
      queue.retryIn(message.getReceiptHandle(), wait);
    } catch (Unavailable e) {
      System.err.println("comes again after its visibility timeout: " + e);
    }
  }
}
