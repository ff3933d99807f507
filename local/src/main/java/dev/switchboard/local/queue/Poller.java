package dev.switchboard.local.queue;

import dev.switchboard.local.clock.Activity;
import dev.switchboard.local.function.Functions;
import dev.switchboard.local.function.Invocation;
import dev.switchboard.local.template.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// An event source mapping: brings the messages of one queue to one function, in batches.
///
/// What succeeded is deleted; what failed stays hidden for the queue's visibility timeout and comes
/// again, until the queue's redrive policy takes it.
public final class Poller implements AutoCloseable {

  /// SQS hands out no more than this at once.
  private static final int MOST_AT_ONCE = 10;

  /// How long nobody looks when nobody was woken; what shows itself by passing time is found then.
  private static final Duration IDLE = Duration.ofSeconds(1);

  /// Whom a poller works for.
  ///
  /// @param log takes one line per trouble
  public record Surroundings(
      Queues queues, Functions functions, Activity activity, Consumer<String> log) {}

  private final String function;
  private final Template.FromQueue mapping;
  private final Surroundings around;
  private final Semaphore slots;
  private final Thread thread;
  private volatile boolean open = true;

  private Poller(String function, Template.FromQueue mapping, Surroundings around) {
    this.function = function;
    this.mapping = mapping;
    this.around = around;
    this.slots = new Semaphore(mapping.maxConcurrency());
    this.thread = Thread.ofVirtual().name("poll " + mapping.queue()).unstarted(this::run);
  }

  public static Poller start(String function, Template.FromQueue mapping, Surroundings around) {
    var poller = new Poller(function, mapping, around);
    poller.thread.start();
    return poller;
  }

  /// The queue it reads.
  public String queue() {
    return mapping.queue();
  }

  private void run() {
    try {
      while (open) {
        slots.acquire();
        if (!fetch()) around.queues().arrivals().await(mapping.queue(), IDLE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// @return false when there was nothing
  private boolean fetch() throws InterruptedException {
    var work = around.activity().begin();
    var handedOver = false;
    try {
      var messages = collected();
      if (messages.isEmpty()) return false;
      handedOver = true;
      Thread.ofVirtual()
          .name(function)
          .start(() -> {
            try (work) {
              deliver(messages);
            } finally {
              slots.release();
            }
          });
      return true;
    } catch (SdkException e) {
      if (open) around.log().accept("%s: %s".formatted(mapping.queue(), e.getMessage()));
      return false;
    } finally {
      if (!handedOver) {
        work.close();
        slots.release();
      }
    }
  }

  private List<Message> collected() throws InterruptedException {
    var messages = new ArrayList<>(receive(mapping.batchSize()));
    var end = System.nanoTime() + mapping.window().toNanos();
    while (!messages.isEmpty() && messages.size() < mapping.batchSize()) {
      var left = Duration.ofNanos(end - System.nanoTime());
      var waits = left.isPositive() && !around.queues().arrivals().hurried();
      if (waits) around.queues().arrivals().await(mapping.queue(), left);
      var more =
          !waits && mapping.batchSize() <= MOST_AT_ONCE
              ? List.<Message>of()
              : receive(mapping.batchSize() - messages.size());
      messages.addAll(more);
      if (more.isEmpty() && !waits) break;
    }
    return messages;
  }

  private List<Message> receive(int most) {
    var messages =
        around
            .queues()
            .sqs()
            .receiveMessage(request ->
                request
                    .queueUrl(around.queues().urlOf(mapping.queue()))
                    .maxNumberOfMessages(Math.min(most, MOST_AT_ONCE))
                    .waitTimeSeconds(0)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
            .messages();
    return messages;
  }

  private void deliver(List<Message> messages) {
    var ids = messages.stream().map(Message::messageId).toList();
    var failed =
        switch (around.functions().call(function, SqsEvent.of(mapping.queue(), messages))) {
          case Invocation.Answered(var answer) when mapping.reportsFailures() ->
              SqsEvent.failures(answer, ids);
          case Invocation.Answered _ -> Set.<String>of();
          case Invocation.Failed _, Invocation.TimedOut _ -> Set.copyOf(ids);
        };
    if (!failed.isEmpty()) around.queues().hiddenFromNow(mapping.queue());
    try {
      delete(messages.stream().filter(each -> !failed.contains(each.messageId())).toList());
    } catch (SdkException e) {
      if (open) around.log().accept("%s: %s".formatted(mapping.queue(), e.getMessage()));
    }
  }

  private void delete(List<Message> messages) {
    for (var from = 0; from < messages.size(); from += MOST_AT_ONCE) {
      var part = messages.subList(from, Math.min(from + MOST_AT_ONCE, messages.size()));
      var entries =
          part.stream()
              .map(message ->
                  DeleteMessageBatchRequestEntry.builder()
                      .id(message.messageId())
                      .receiptHandle(message.receiptHandle())
                      .build())
              .toList();
      around
          .queues()
          .sqs()
          .deleteMessageBatch(
              request -> request.queueUrl(around.queues().urlOf(mapping.queue())).entries(entries));
    }
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
  }
}
