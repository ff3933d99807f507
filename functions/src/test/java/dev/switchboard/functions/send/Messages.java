package dev.switchboard.functions.send;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/// Queues that go by the test's clock: a message is there until it is deleted, and invisible until
/// its delay is over.
final class Messages {

  private record Message(String url, int id, String body, Instant visible) {}

  private final List<Message> held = new ArrayList<>();
  private final InstantSource clock;
  private int count;

  Messages(InstantSource clock) {
    this.clock = clock;
  }

  /// The queues as a process that may die reaches them.
  record Client(Messages messages, Fragile fragile) implements SqsClient {

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
      return fragile.request(() -> {
        for (var entry : request.entries())
          messages.add(
              request.queueUrl(), entry.messageBody(), Duration.ofSeconds(entry.delaySeconds()));
        return SendMessageBatchResponse.builder().failed(List.of()).build();
      });
    }

    @Override
    public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
      return fragile.request(() ->
          GetQueueAttributesResponse.builder()
              .attributes(
                  Map.of(
                      QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                      Integer.toString(messages.depth(request.queueUrl()))))
              .build());
    }

    @Override
    public ChangeMessageVisibilityResponse changeMessageVisibility(
        ChangeMessageVisibilityRequest request) {
      return fragile.request(() -> ChangeMessageVisibilityResponse.builder().build());
    }

    @Override
    public String serviceName() {
      return "sqs";
    }

    @Override
    public void close() {}
  }

  private synchronized void add(String url, String body, Duration delay) {
    held.add(new Message(url, count++, body, clock.instant().plus(delay)));
  }

  synchronized int depth(String url) {
    return (int) held.stream().filter(it -> it.url().equals(url) && visible(it)).count();
  }

  private boolean visible(Message message) {
    return !message.visible().isAfter(clock.instant());
  }

  /// The next message, invisible to others for six minutes.
  synchronized Optional<JsonNode> receive(String url) {
    var next = held.stream().filter(it -> it.url().equals(url) && visible(it)).findFirst();
    next.ifPresent(it -> {
      held.remove(it);
      held.add(new Message(url, it.id(), it.body(), clock.instant().plus(Duration.ofMinutes(6))));
    });
    return next.map(Messages::event);
  }

  private static JsonNode event(Message message) {
    var one =
        Map.of(
            "messageId", Integer.toString(message.id()),
            "body", message.body(),
            "receiptHandle", Integer.toString(message.id()),
            "attributes", Map.of("ApproximateReceiveCount", "1"));
    return Json.MAPPER.valueToTree(Map.of("Records", List.of(one)));
  }

  synchronized void delete(JsonNode event) {
    var id = event.path("Records").path(0).path("messageId").asInt();
    held.removeIf(it -> it.id() == id);
  }

  /// All messages are lost.
  synchronized void lose() {
    held.clear();
  }

  synchronized Optional<Instant> next() {
    return held.stream().map(Message::visible).min(Instant::compareTo);
  }
}
