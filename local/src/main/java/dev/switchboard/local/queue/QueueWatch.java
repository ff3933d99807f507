package dev.switchboard.local.queue;

import dev.switchboard.local.clock.DueTimes;
import dev.switchboard.local.template.Template;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/// Sees what goes through the SQS client: whom to wake now, and when to look again.
record QueueWatch(
    Map<String, Template.Queue> queues, Arrivals arrivals, DueTimes due, InstantSource clock)
    implements ExecutionInterceptor {

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    switch (context.request()) {
      case SendMessageRequest send -> sent(send.queueUrl(), send.delaySeconds());
      case SendMessageBatchRequest batch ->
          batch.entries().forEach(entry -> sent(batch.queueUrl(), entry.delaySeconds()));
      case ChangeMessageVisibilityRequest change ->
          hidden(change.queueUrl(), Duration.ofSeconds(change.visibilityTimeout()));
      case ChangeMessageVisibilityBatchRequest batch ->
          batch
              .entries()
              .forEach(
                  entry -> hidden(batch.queueUrl(), Duration.ofSeconds(entry.visibilityTimeout())));
      default -> {
        // Everything else makes no message visible.
      }
    }
  }

  /// @param delaySeconds as the SDK has it: null for the queue's own
  private void sent(String queueUrl, Integer delaySeconds) {
    var queue = queues.get(Queues.nameIn(queueUrl));
    var own = queue == null ? Duration.ZERO : queue.delay();
    hidden(queueUrl, delaySeconds == null ? own : Duration.ofSeconds(delaySeconds));
  }

  private void hidden(String queueUrl, Duration delay) {
    if (delay.isPositive()) {
      due.add(clock.instant().plus(delay));
    } else {
      arrivals.signal(Queues.nameIn(queueUrl));
    }
  }
}
