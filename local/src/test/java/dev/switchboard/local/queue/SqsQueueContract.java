package dev.switchboard.local.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchboard.Unavailable;
import dev.switchboard.functions.aws.SqsQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// What the adapter of queues and its callers need of whatever speaks SQS. Time is real here.
abstract class SqsQueueContract {

  private static final int VISIBILITY_SECONDS = 2;

  private SqsQueue queue;
  private String deadLetters;

  abstract SqsClient sqs();

  @BeforeEach
  void a_queue_with_dead_letters() {
    var name = "queue-" + UUID.randomUUID();
    deadLetters = make(name + "-dead", Map.of());
    var arn =
        sqs()
            .getQueueAttributes(
                get -> get.queueUrl(deadLetters).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    var url =
        make(
            name,
            Map.of(
                QueueAttributeName.VISIBILITY_TIMEOUT, Integer.toString(VISIBILITY_SECONDS),
                QueueAttributeName.REDRIVE_POLICY,
                    "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":2}".formatted(arn)));
    queue = new SqsQueue(sqs(), url, false);
  }

  private String make(String name, Map<QueueAttributeName, String> attributes) {
    return sqs().createQueue(it -> it.queueName(name).attributes(attributes)).queueUrl();
  }

  @Test
  void more_than_a_batch_arrives_whole() {
    var bodies = IntStream.range(0, 23).mapToObj("{\"é\":\"<%d>&\"}"::formatted).sorted().toList();

    queue.send(bodies.stream().map(body -> message(body, Duration.ZERO)).toList());

    assertEquals(new SqsQueue.Depth(23, 0, 0), queue.depth());
    var got = new ArrayList<String>();
    while (got.size() < 23) {
      var more = receive(queue.url(), 5);
      if (more.isEmpty()) break;
      more.forEach(each -> got.add(each.body()));
    }
    assertEquals(bodies, got.stream().sorted().toList());
  }

  @Test
  void a_delayed_message_comes_in_its_time() {
    queue.send(
        List.of(
            message("now", Duration.ZERO),
            message("soon", Duration.ofSeconds(2)),
            message("never", Duration.ofDays(9))));

    assertEquals(List.of("now"), bodies(receive(queue.url(), 0)));
    assertEquals(new SqsQueue.Depth(0, 2, 1), queue.depth());
    assertEquals(
        "soon",
        bodies(receive(queue.url(), 5)).stream().filter("soon"::equals).findFirst().orElse("none"));
  }

  @Test
  void a_message_that_is_put_back_comes_again_when_it_was_asked_to() {
    queue.send(List.of(message("work", Duration.ZERO)));
    var first = receive(queue.url(), 5).getFirst();

    queue.retryIn(first.receiptHandle(), Duration.ZERO);
    var second = receive(queue.url(), 1).getFirst();

    assertEquals(first.messageId(), second.messageId());
    assertEquals(List.of("1", "2"), List.of(receives(first), receives(second)));
  }

  @Test
  void a_message_that_nobody_deletes_ends_among_the_dead_letters() {
    queue.send(List.of(message("poison", Duration.ZERO)));

    for (var i = 0; i < 2; i++)
      assertEquals(List.of("poison"), bodies(receive(queue.url(), VISIBILITY_SECONDS + 3)));
    assertEquals(List.of(), receive(queue.url(), VISIBILITY_SECONDS + 3));

    assertEquals(List.of("poison"), bodies(receive(deadLetters, 1)));
  }

  @Test
  void a_queue_that_is_not_there_is_unavailable() {
    var none = new SqsQueue(sqs(), queue.url() + "-none", false);

    assertThrows(Unavailable.class, none::depth);
    assertThrows(Unavailable.class, () -> none.send(List.of(message("work", Duration.ZERO))));
  }

  final SqsQueue grouping() {
    return new SqsQueue(sqs(), queue.url(), true);
  }

  static SqsQueue.Message message(String body, Duration delay) {
    return new SqsQueue.Message("group", body, delay);
  }

  final List<Message> receive(String url, int seconds) {
    return sqs()
        .receiveMessage(it ->
            it.queueUrl(url)
                .maxNumberOfMessages(10)
                .waitTimeSeconds(seconds)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private static List<String> bodies(List<Message> messages) {
    return messages.stream().map(Message::body).toList();
  }

  private static String receives(Message message) {
    return message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
  }
}
