package dev.switchboard.local.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;
import org.elasticmq.NewMessageData;
import org.elasticmq.msg.GetQueueStatistics;
import org.elasticmq.msg.SendMessage;

/// Stands before one queue of the engine: what is sent is stamped, and what is counted is counted,
/// by our clock.
final class QueueOnClock extends AbstractActor {

  private final ActorRef queue;
  private final InstantSource clock;
  private final Supplier<Duration> delay;

  private QueueOnClock(ActorRef queue, InstantSource clock, Supplier<Duration> delay) {
    this.queue = queue;
    this.clock = clock;
    this.delay = delay;
  }

  /// @param delay of the queue itself
  static Props props(ActorRef queue, InstantSource clock, Supplier<Duration> delay) {
    return Props.create(QueueOnClock.class, () -> new QueueOnClock(queue, clock, delay));
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(SendMessage.class, send -> pass(new SendMessage(stamped(send.message()))))
        .match(GetQueueStatistics.class, _ -> pass(new GetQueueStatistics(clock.millis())))
        .matchAny(this::pass)
        .build();
  }

  private void pass(Object message) {
    queue.forward(message, getContext());
  }

  private NewMessageData stamped(NewMessageData message) {
    return new NewMessageData(
        message.id(),
        message.content(),
        message.messageAttributes(),
        message.nextDelivery().toMillis(clock.millis(), delay.get().toMillis()),
        message.messageGroupId(),
        message.messageDeduplicationId(),
        message.orderIndex(),
        message.tracingId(),
        message.sequenceNumber(),
        message.deadLetterSourceQueueName());
  }
}
