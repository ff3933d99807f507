package dev.switchboard.local.product;

import dev.switchboard.functions.Aws;
import dev.switchboard.functions.LocalStack;
import dev.switchboard.local.table.Tables;
import dev.switchboard.local.template.Template;
import dev.switchboard.local.template.TemplateReader;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// The template's tables, queues, bus and rules at LocalStack. A rule's target is a queue of the
/// rule's name.
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

  Template template() {
    return template;
  }

  /// Address of a queue, or of a rule's.
  String url(String queue) {
    return urls.get(queue);
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
