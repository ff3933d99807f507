package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.functions.Aws;
import dev.switchboard.functions.LocalStack;
import dev.switchboard.local.EmbeddedRuntime;
import dev.switchboard.local.function.Invocation;
import dev.switchboard.local.queue.SqsEvent;
import dev.switchboard.local.table.Tables;
import dev.switchboard.local.template.Template;
import dev.switchboard.local.template.TemplateReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// The template's tables, queues, bus and rules at LocalStack, and the walk from queue to function
/// that Lambda would do: LocalStack runs a function in a container only.
///
/// A rule's target is a queue of the rule's name, from where its events are brought to the
/// function.
final class Elsewhere implements AutoCloseable {

  private final Aws aws;
  private final Template template;
  private final Map<String, String> urls = new LinkedHashMap<>();

  /// Makes everything.
  Elsewhere(LocalStack account) {
    this.aws = account.aws();
    this.template =
        TemplateReader.read(Path.of("..", "template.yaml"), Map.of(), "http://127.0.0.1");
    Tables.make(aws.dynamo(), template.tables());
    template.queues().stream()
        .sorted(Comparator.comparing(queue -> queue.redrive().isPresent()))
        .forEach(this::make);
    template.buses().forEach(bus -> aws.events().createEventBus(create -> create.name(bus)));
    for (var function : template.functions())
      for (var trigger : function.triggers())
        if (trigger instanceof Template.FromBus rule) make(rule);
  }

  private void make(Template.Queue queue) {
    var attributes = new HashMap<QueueAttributeName, String>();
    attributes.put(
        QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(queue.visibility().toSeconds()));
    queue
        .redrive()
        .ifPresent(redrive ->
            attributes.put(
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                    .formatted(arn(redrive.deadLetters()), redrive.maxReceives())));
    make(queue.name(), attributes);
  }

  private void make(String queue, Map<QueueAttributeName, String> attributes) {
    var made = aws.queues().createQueue(it -> it.queueName(queue).attributes(attributes));
    urls.put(queue, made.queueUrl());
  }

  private void make(Template.FromBus rule) {
    make(rule.rule(), Map.of());
    aws.events()
        .putRule(it -> it.name(rule.rule()).eventBusName(rule.bus()).eventPattern(rule.pattern()));
    aws.events()
        .putTargets(it ->
            it.rule(rule.rule())
                .eventBusName(rule.bus())
                .targets(Target.builder().id("queue").arn(arn(rule.rule())).build()));
  }

  private String arn(String queue) {
    return attribute(queue, QueueAttributeName.QUEUE_ARN);
  }

  private String attribute(String queue, QueueAttributeName name) {
    return aws.queues()
        .getQueueAttributes(get -> get.queueUrl(urls.get(queue)).attributeNames(name))
        .attributes()
        .get(name);
  }

  Aws aws() {
    return aws;
  }

  /// What functions are told in place of the embedded queues' addresses.
  Map<String, String> environment() {
    var told = new HashMap<>(Map.of("MESSAGE_GROUPS", "false"));
    for (var function : template.functions())
      function
          .environment()
          .forEach((name, value) -> {
            var queue = value.substring(value.lastIndexOf('/') + 1);
            if (value.startsWith("http") && urls.containsKey(queue))
              told.put(name, urls.get(queue));
          });
    return told;
  }

  /// Brings what is there to its functions, a batch from each queue.
  ///
  /// @param seconds to wait for something at a queue that is empty
  /// @return whether there was anything
  boolean bring(EmbeddedRuntime runtime, int seconds) {
    var any = false;
    for (var function : template.functions())
      for (var trigger : function.triggers())
        any |=
            switch (trigger) {
              case Template.FromQueue from ->
                  batch(
                      runtime, function.name(), received(from.queue(), from.batchSize(), seconds));
              case Template.FromBus rule ->
                  events(runtime, function.name(), received(rule.rule(), 10, seconds));
              case Template.Route _, Template.OnSchedule _ -> false;
            };
    return any;
  }

  private record Batch(String queue, List<Message> messages) {}

  private Batch received(String queue, int most, int seconds) {
    var received =
        aws.queues()
            .receiveMessage(receive ->
                receive
                    .queueUrl(urls.get(queue))
                    .maxNumberOfMessages(most)
                    .waitTimeSeconds(seconds)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL));
    return new Batch(queue, received.messages());
  }

  private boolean batch(EmbeddedRuntime runtime, String function, Batch batch) {
    if (batch.messages().isEmpty()) return false;
    var ids = batch.messages().stream().map(Message::messageId).toList();
    var event = SqsEvent.of(batch.queue(), batch.messages());
    assertEquals(Set.of(), SqsEvent.failures(answer(runtime, function, event), ids));
    delete(batch);
    return true;
  }

  private boolean events(EmbeddedRuntime runtime, String function, Batch batch) {
    for (var message : batch.messages())
      answer(runtime, function, message.body().getBytes(StandardCharsets.UTF_8));
    delete(batch);
    return !batch.messages().isEmpty();
  }

  private static byte[] answer(EmbeddedRuntime runtime, String function, byte[] event) {
    return switch (runtime.call(function, event)) {
      case Invocation.Answered(var payload) -> payload;
      case Invocation.Failed(var type, var message) ->
          throw new AssertionError("%s: %s %s".formatted(function, type, message));
      case Invocation.TimedOut(var message) -> throw new AssertionError(message);
    };
  }

  private void delete(Batch batch) {
    for (var message : batch.messages())
      aws.queues()
          .deleteMessage(
              it -> it.queueUrl(urls.get(batch.queue())).receiptHandle(message.receiptHandle()));
  }

  @Override
  public void close() {
    for (var table : template.tables()) aws.dynamo().deleteTable(it -> it.tableName(table.name()));
    urls.values().forEach(url -> aws.queues().deleteQueue(it -> it.queueUrl(url)));
    for (var function : template.functions())
      for (var trigger : function.triggers())
        if (trigger instanceof Template.FromBus rule) delete(rule);
    template.buses().forEach(bus -> aws.events().deleteEventBus(it -> it.name(bus)));
    aws.dynamo().close();
    aws.queues().close();
    aws.events().close();
  }

  private void delete(Template.FromBus rule) {
    aws.events().removeTargets(it -> it.rule(rule.rule()).eventBusName(rule.bus()).ids("queue"));
    aws.events().deleteRule(it -> it.name(rule.rule()).eventBusName(rule.bus()));
  }
}
