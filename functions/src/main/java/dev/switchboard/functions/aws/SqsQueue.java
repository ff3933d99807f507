package dev.switchboard.functions.aws;

import dev.switchboard.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// One SQS queue.
///
/// @param groups whether messages carry their owner as `MessageGroupId`, so that a large owner does
///   not starve a small one; AWS takes it on standard queues, some emulators refuse it
public record SqsQueue(SqsClient sqs, String url, boolean groups) {

  /// Longest delay that SQS knows.
  public static final Duration MAX_DELAY = Duration.ofMinutes(15);

  private static final int BATCH = 10;

  /// @param group the owner's key
  public record Message(String group, String body, Duration delay) {}

  /// Sends all, in batches of ten; either returns with all of them sent or throws.
  public void send(List<Message> messages) {
    var batches = new ArrayList<List<Message>>();
    for (int from = 0; from < messages.size(); from += BATCH)
      batches.add(messages.subList(from, Math.min(from + BATCH, messages.size())));
    if (!batches.isEmpty()) Parallel.each(batches, this::sendBatch);
  }

  private void sendBatch(List<Message> messages) {
    var entries =
        IntStream.range(0, messages.size()).mapToObj(i -> entry(i, messages.get(i))).toList();
    try {
      var answer = sqs.sendMessageBatch(r -> r.queueUrl(url).entries(entries));
      if (!answer.failed().isEmpty())
        throw new Unavailable("SQS refused: " + answer.failed().getFirst().message(), null);
    } catch (SdkException e) {
      throw new Unavailable("SQS queue " + url, e);
    }
  }

  private SendMessageBatchRequestEntry entry(int index, Message message) {
    var delay = message.delay().compareTo(MAX_DELAY) < 0 ? message.delay() : MAX_DELAY;
    return SendMessageBatchRequestEntry.builder()
        .id(Integer.toString(index))
        .messageBody(message.body())
        .delaySeconds((int) Math.max(0, delay.toSeconds()))
        .messageGroupId(groups ? message.group() : null)
        .build();
  }

  /// Puts a received message back for a while.
  public void retryIn(String receiptHandle, Duration wait) {
    try {
      sqs.changeMessageVisibility(r ->
          r.queueUrl(url).receiptHandle(receiptHandle).visibilityTimeout((int) wait.toSeconds()));
    } catch (SdkException e) {
      throw new Unavailable("SQS queue " + url, e);
    }
  }

  /// Messages that wait to be received, about.
  public long depth() {
    try {
      var name = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
      var answer = sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(name));
      return Optional.ofNullable(answer.attributes().get(name)).map(Long::parseLong).orElse(0L);
    } catch (SdkException e) {
      throw new Unavailable("SQS queue " + url, e);
    }
  }
}
