package dev.switchboard.functions.send;

import dev.switchboard.functions.aws.SqsQueue;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// The queue that workers are woken by. Its messages say only which send; losing one costs a
/// minute, doubling one costs nothing.
///
/// @param queue carries send ids as plain text
public record SendQueue(SqsQueue queue) {

  /// Wakes a worker for each, now.
  public void wake(Collection<SendId> ids) {
    queue.send(ids.stream().map(id -> message(id, Duration.ZERO)).toList());
  }

  /// Wakes a worker when the send is due, if that is within what the queue can wait; later ones are
  /// the sweeper's.
  public void wakeWhenDue(Send send, Instant now) {
    var wait = send.due().map(due -> Duration.between(now, due)).orElse(SqsQueue.MAX_DELAY);
    // A second more, so that a message is never early.
    if (wait.compareTo(SqsQueue.MAX_DELAY) < 0)
      queue.send(
          List.of(message(send.id(), wait.isPositive() ? wait.plusSeconds(1) : Duration.ZERO)));
  }

  private static SqsQueue.Message message(SendId id, Duration delay) {
    return new SqsQueue.Message(id.ownerKey(), id.value(), delay);
  }
}
