package dev.switchboard.local.queue;

import dev.switchboard.local.queue.Journal.Kept;
import dev.switchboard.local.template.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/// Sends again what the last process left in its queues, with what is left of each delay; what a
/// queue had kept too long is gone.
///
/// @param urls of queues, by name
record Leftovers(SqsClient client, UnaryOperator<String> urls, Instant now) {

  /// The longest that a message can be delayed.
  private static final int MOST_DELAY_SECONDS = 900;

  /// Rounds up: rather a little late than early.
  private static final Duration ALMOST_A_SECOND = Duration.ofNanos(999_999_999);

  /// @param queues those that there are now, by name
  void send(Journal journal, Map<String, Template.Queue> queues) {
    journal
        .found()
        .forEach((id, kept) -> {
          Optional.ofNullable(queues.get(kept.queue()))
              .filter(queue -> now.isBefore(sent(kept).plus(queue.retention())))
              .ifPresent(queue -> client.sendMessage(request(kept, queue.fifo())));
          journal.remove(id);
        });
  }

  private static Instant sent(Kept kept) {
    return Instant.ofEpochMilli(kept.sent());
  }

  private SendMessageRequest request(Kept kept, boolean fifo) {
    var request =
        SendMessageRequest.builder()
            .queueUrl(urls.apply(kept.queue()))
            .messageBody(kept.body())
            .messageGroupId(kept.group().orElse(null))
            .messageDeduplicationId(kept.deduplication().orElse(null))
            .messageAttributes(attributes(kept));
    var left = Duration.between(now, Instant.ofEpochMilli(kept.due())).plus(ALMOST_A_SECOND);
    // A message of a FIFO queue has no delay of its own.
    if (!fifo) request.delaySeconds(Math.clamp(left.toSeconds(), 0, MOST_DELAY_SECONDS));
    return request.build();
  }

  private static Map<String, MessageAttributeValue> attributes(Kept kept) {
    var attributes = new HashMap<String, MessageAttributeValue>();
    kept.attributes()
        .forEach((name, it) -> {
          var attribute = MessageAttributeValue.builder().dataType(it.type());
          if (it.type().startsWith("Binary"))
            attribute.binaryValue(SdkBytes.fromByteArray(Base64.getDecoder().decode(it.value())));
          else attribute.stringValue(it.value());
          attributes.put(name, attribute.build());
        });
    return attributes;
  }
}
