package dev.switchboard.local.conventions;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Nothing that is queued is lost or done twice by haste.
final class QueueRules {

  static final List<Rule> ALL =
      List.of(
          new Rule("consumers-report-item-failures", QueueRules::silentConsumers),
          new Rule("queues-have-dead-letters", QueueRules::endlessQueues),
          new Rule("queues-hide-what-is-worked-on", QueueRules::hastyQueues),
          new Rule("dead-letters-outlive-their-queue", QueueRules::shortDeadLetters),
          new Rule("dead-letters-are-watched", QueueRules::unwatchedDeadLetters),
          new Rule("queues-are-encrypted", QueueRules::openQueues),
          new Rule("unhandled-events-are-kept", QueueRules::losingConsumers),
          new Rule("schedules-are-named-after-the-stack", QueueRules::collidingSchedules));

  private static final int TIMEOUTS_HIDDEN = 6;
  private static final long DEFAULT_VISIBILITY = 30;
  private static final long DEFAULT_RETENTION = 345_600;
  private static final long FOURTEEN_DAYS = 1_209_600;

  private QueueRules() {}

  private static Stream<String> silentConsumers(Template template) {
    return template
        .events("SQS")
        .filter(event ->
            event.properties().at("FunctionResponseTypes").items().stream()
                .noneMatch(type -> type.text().equals("ReportBatchItemFailures")))
        .map(event -> event + " fails a whole batch for one message");
  }

  private static Stream<String> endlessQueues(Template template) {
    return sources(template)
        .filter(queue ->
            queue.getValue().at("RedrivePolicy", "deadLetterTargetArn").target().isEmpty()
                || queue.getValue().at("RedrivePolicy", "maxReceiveCount").number(0) < 5)
        .map(queue -> queue.getKey() + " gives a message up never, or after less than 5 receives");
  }

  private static Stream<String> hastyQueues(Template template) {
    return template
        .events("SQS")
        .filter(event -> visibility(template, event) < needed(template, event))
        .map(event -> event + " wants its queue invisible for " + needed(template, event) + " s");
  }

  private static long visibility(Template template, Template.Event event) {
    return template
        .properties("AWS::SQS::Queue")
        .getOrDefault(event.properties().at("Queue").target(), Yaml.parse(""))
        .at("VisibilityTimeout")
        .number(DEFAULT_VISIBILITY);
  }

  private static long needed(Template template, Template.Event event) {
    return TIMEOUTS_HIDDEN * template.setting(event.function(), "Timeout").number(3)
        + event.properties().at("MaximumBatchingWindowInSeconds").number(0);
  }

  private static Stream<String> shortDeadLetters(Template template) {
    var queues = template.properties("AWS::SQS::Queue");
    var longest = sources(template).mapToLong(queue -> retention(queue.getValue())).max().orElse(0);
    return template.deadLetters().stream()
        .filter(queues::containsKey)
        .filter(id ->
            retention(queues.get(id)) != FOURTEEN_DAYS || retention(queues.get(id)) <= longest)
        .map(id -> id + " must keep messages for 14 days, longer than the queue they come from");
  }

  private static long retention(Yaml queue) {
    return queue.at("MessageRetentionPeriod").number(DEFAULT_RETENTION);
  }

  private static Stream<String> unwatchedDeadLetters(Template template) {
    var watched = template.watched("AWS/SQS", "ApproximateNumberOfMessagesVisible");
    return template.deadLetters().stream()
        .filter(id -> !watched.contains(id))
        .map(id -> id + " has no alarm");
  }

  private static Stream<String> openQueues(Template template) {
    return template.properties("AWS::SQS::Queue").entrySet().stream()
        .filter(queue -> !queue.getValue().at("SqsManagedSseEnabled").text().equals("true"))
        .map(queue -> queue.getKey() + " is not encrypted");
  }

  private static Stream<String> losingConsumers(Template template) {
    return template
        .events("EventBridgeRule")
        .filter(event ->
            event.properties().at("DeadLetterConfig", "Arn").target().isEmpty()
                || template
                    .setting(event.function(), "DeadLetterQueue", "TargetArn")
                    .target()
                    .isEmpty())
        .map(event -> event + " loses events that cannot be handed over or handled");
  }

  private static Stream<String> collidingSchedules(Template template) {
    return template
        .events("ScheduleV2")
        .filter(
            event -> !event.properties().at("Name", "Fn::Sub").text().contains("${AWS::StackName}"))
        .map(event -> event + " would collide with that of a second stack");
  }

  /// Queues that are read from, not given up into.
  private static Stream<Map.Entry<String, Yaml>> sources(Template template) {
    var deadLetters = template.deadLetters();
    return template.properties("AWS::SQS::Queue").entrySet().stream()
        .filter(queue -> !deadLetters.contains(queue.getKey()));
  }
}
