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

  /// How many messages a queue holds, about.
  ///
  /// @param waiting can be received now
  /// @param delayed not yet to be received
  /// @param inFlight received and not yet deleted
  public record Depth(long waiting, long delayed, long inFlight) {}

  public Depth depth() {
    try {
      var names =
          List.of(
              QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
              QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
              QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
      var told = sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(names)).attributes();
      var numbers = names.stream().map(name -> number(told.get(name))).toList();
      return new Depth(numbers.get(0), numbers.get(1), numbers.get(2));
    } catch (SdkException e) {
      throw new Unavailable("SQS queue " + url, e);
    }
  }

  private static long number(String told) {
    return Optional.ofNullable(told).map(Long::parseLong).orElse(0L);
  }
}
