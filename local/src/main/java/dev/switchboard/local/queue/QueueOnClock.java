package dev.switchboard.local.queue;

import dev.switchboard.local.queue.Journal.Attribute;
import dev.switchboard.local.queue.Journal.Kept;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.Status;
import org.elasticmq.BinaryMessageAttribute;
import org.elasticmq.DeduplicationId;
import org.elasticmq.MessageAttribute;
import org.elasticmq.MessageId;
import org.elasticmq.MillisNextDelivery;
import org.elasticmq.NewMessageData;
import org.elasticmq.NumberMessageAttribute;
import org.elasticmq.StringMessageAttribute;
import org.elasticmq.msg.ClearQueue;
import org.elasticmq.msg.DeleteMessage;
import org.elasticmq.msg.GetQueueStatistics;
import org.elasticmq.msg.SendMessage;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/// Stands before one queue of the engine: what is sent is stamped, and what is counted is counted,
/// by our clock; what is sent is in the journal before the engine has it.
final class QueueOnClock extends AbstractActor {

  private final ActorRef queue;
  private final String name;
  private final InstantSource clock;
  private final Supplier<Duration> delay;
  private final Optional<Journal> journal;

  private QueueOnClock(
      ActorRef queue,
      String name,
      InstantSource clock,
      Supplier<Duration> delay,
      Optional<Journal> journal) {
    this.queue = queue;
    this.name = name;
    this.clock = clock;
    this.delay = delay;
    this.journal = journal;
  }

  /// @param delay of the queue itself
  static Props props(
      ActorRef queue,
      String name,
      InstantSource clock,
      Supplier<Duration> delay,
      Optional<Journal> journal) {
    return Props.create(
        QueueOnClock.class, () -> new QueueOnClock(queue, name, clock, delay, journal));
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(SendMessage.class, send -> send(send.message()))
        .match(DeleteMessage.class, this::delete)
        .match(ClearQueue.class, this::clear)
        .match(GetQueueStatistics.class, _ -> pass(new GetQueueStatistics(clock.millis())))
        .matchAny(this::pass)
        .build();
  }

  private void pass(Object message) {
    queue.forward(message, getContext());
  }

  private void send(NewMessageData message) {
    var id = OptionConverters.toJava(message.id()).orElseGet(QueueOnClock::anId);
    long now = clock.millis();
    var due = message.nextDelivery().toMillis(now, delay.get().toMillis());
    var send = new SendMessage(stamped(message, id, due));
    var sender = getSender();
    var self = getSelf();
    journal.ifPresentOrElse(
        it ->
            it.add(
                id.id(),
                kept(message, now, due),
                failure ->
                    failure.ifPresentOrElse(
                        e -> sender.tell(new Status.Failure(e), self),
                        () -> queue.tell(send, sender))),
        () -> pass(send));
  }

  private static MessageId anId() {
    return new MessageId(UUID.randomUUID().toString());
  }

  private void delete(DeleteMessage delete) {
    journal.ifPresent(it -> it.remove(delete.deliveryReceipt().extractId().id()));
    pass(delete);
  }

  private void clear(ClearQueue clear) {
    journal.ifPresent(it -> it.clear(name));
    pass(clear);
  }

  private static NewMessageData stamped(
      NewMessageData message, MessageId id, MillisNextDelivery due) {
    return new NewMessageData(
        Option.apply(id),
        message.content(),
        message.messageAttributes(),
        due,
        message.messageGroupId(),
        message.messageDeduplicationId(),
        message.orderIndex(),
        message.tracingId(),
        message.sequenceNumber(),
        message.deadLetterSourceQueueName());
  }

  private Kept kept(NewMessageData message, long now, MillisNextDelivery due) {
    return new Kept(
        name,
        message.content().value(),
        now,
        due.millis(),
        OptionConverters.toJava(message.messageGroupId()),
        OptionConverters.toJava(message.messageDeduplicationId()).map(DeduplicationId::id),
        attributes(CollectionConverters.asJava(message.messageAttributes())));
  }

  private static Map<String, Attribute> attributes(Map<String, MessageAttribute> attributes) {
    var kept = new TreeMap<String, Attribute>();
    attributes.forEach((key, it) -> kept.put(key, new Attribute(it.getDataType(), value(it))));
    return kept;
  }

  private static String value(MessageAttribute attribute) {
    return switch (attribute) {
      case StringMessageAttribute text -> text.stringValue();
      case NumberMessageAttribute number -> number.stringValue();
      case BinaryMessageAttribute bytes -> bytes.asBase64();
      default -> throw new IllegalArgumentException(attribute.getDataType());
    };
  }
}
