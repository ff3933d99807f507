package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.local.EmbeddedRuntime;
import dev.switchboard.local.function.Invocation;
import dev.switchboard.local.queue.SqsEvent;
import dev.switchboard.local.template.Template;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// The walk from queue and rule to function that Lambda would do: LocalStack runs a function in a
/// container only. No function may fail on it.
record Walk(Elsewhere elsewhere, EmbeddedRuntime runtime) {

  /// Brings what is there to its functions, a batch from each queue.
  ///
  /// @param seconds to wait for something at a queue that is empty
  /// @return whether there was anything
  boolean bring(int seconds) {
    var any = false;
    for (var function : elsewhere.template().functions())
      for (var trigger : function.triggers())
        any |=
            switch (trigger) {
              case Template.FromQueue from ->
                  batch(function.name(), received(from.queue(), from.batchSize(), seconds));
              case Template.FromBus rule ->
                  events(function.name(), received(rule.rule(), 10, seconds));
              case Template.Route _, Template.OnSchedule _ -> false;
            };
    return any;
  }

  private record Batch(String queue, List<Message> messages) {}

  private Batch received(String queue, int most, int seconds) {
    var received =
        elsewhere
            .aws()
            .queues()
            .receiveMessage(receive ->
                receive
                    .queueUrl(elsewhere.url(queue))
                    .maxNumberOfMessages(most)
                    .waitTimeSeconds(seconds)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL));
    return new Batch(queue, received.messages());
  }

  private boolean batch(String function, Batch batch) {
    if (batch.messages().isEmpty()) return false;
    var ids = batch.messages().stream().map(Message::messageId).toList();
    var event = SqsEvent.of(batch.queue(), batch.messages());
    assertEquals(Set.of(), SqsEvent.failures(answer(function, event), ids));
    delete(batch);
    return true;
  }

  private boolean events(String function, Batch batch) {
    for (var message : batch.messages())
      answer(function, message.body().getBytes(StandardCharsets.UTF_8));
    delete(batch);
    return !batch.messages().isEmpty();
  }

  private byte[] answer(String function, byte[] event) {
    return switch (runtime.call(function, event)) {
      case Invocation.Answered(var payload) -> payload;
      case Invocation.Failed(var type, var message) ->
          throw new AssertionError("%s: %s %s".formatted(function, type, message));
      case Invocation.TimedOut(var message) -> throw new AssertionError(message);
    };
  }

  private void delete(Batch batch) {
    for (var message : batch.messages())
      elsewhere
          .aws()
          .queues()
          .deleteMessage(it ->
              it.queueUrl(elsewhere.url(batch.queue())).receiptHandle(message.receiptHandle()));
  }
}
