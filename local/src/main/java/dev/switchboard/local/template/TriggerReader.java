package dev.switchboard.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.switchboard.local.template.Template.FromBus;
import dev.switchboard.local.template.Template.FromQueue;
import dev.switchboard.local.template.Template.OnSchedule;
import dev.switchboard.local.template.Template.Route;
import dev.switchboard.local.template.Template.Trigger;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads what calls a function.
///
/// @param defaultAuthorizer of routes that name none
record TriggerReader(String function, Names names, Optional<String> defaultAuthorizer) {

  void read(String name, Section event, List<Trigger> triggers) {
    var properties = event.section("Properties");
    switch (event.neededText("Type")) {
      case "HttpApi" -> triggers.add(route(properties));
      case "SQS" -> {
        if (properties.flag("Enabled", true)) triggers.add(queue(properties));
      }
      case "EventBridgeRule", "CloudWatchEvent" -> {
        if (enabled(properties)) triggers.add(bus(name, properties));
      }
      case "Schedule", "ScheduleV2" -> {
        if (enabled(properties)) triggers.add(schedule(name, event));
      }
      case String type ->
          throw event.problem(
              "Type",
              "%s is called by an event of type %s, which the embedded runtime does not know: use HttpApi, SQS, EventBridgeRule, Schedule or ScheduleV2"
                  .formatted(function, type));
    }
  }

  private static boolean enabled(Section properties) {
    return properties.flag("Enabled", true)
        && !properties.text("State").orElse("ENABLED").equals("DISABLED");
  }

  private Route route(Section properties) {
    properties.knowing(
        Set.of("Path", "Method", "Auth", "PayloadFormatVersion"),
        Set.of("ApiId", "RouteSettings", "TimeoutInMillis"));
    if (!properties.text("PayloadFormatVersion").orElse("2.0").equals("2.0")) {
      throw properties.problem("PayloadFormatVersion", "only payload 2.0 is served: write 2.0");
    }
    var auth = properties.section("Auth");
    var authorizer = auth.text("Authorizer").or(() -> defaultAuthorizer);
    return new Route(
        properties.text("Method").orElse("ANY").toUpperCase(Locale.ROOT),
        properties.text("Path").orElse("$default"),
        authorizer.filter(name -> !name.equals("NONE")),
        auth.texts("AuthorizationScopes"));
  }

  private static FromQueue queue(Section properties) {
    properties.knowing(
        Set.of(
            "Queue",
            "BatchSize",
            "MaximumBatchingWindowInSeconds",
            "FunctionResponseTypes",
            "ScalingConfig",
            "Enabled"),
        Set.of("MetricsConfig"));
    return new FromQueue(
        StorageReader.lastPart(properties.neededText("Queue")),
        properties.number("BatchSize", 10),
        Duration.ofSeconds(properties.number("MaximumBatchingWindowInSeconds", 0)),
        properties.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"),
        properties.section("ScalingConfig").number("MaximumConcurrency", 5));
  }

  private FromBus bus(String name, Section properties) {
    properties.knowing(
        Set.of("EventBusName", "Pattern", "RetryPolicy", "DeadLetterConfig", "State", "Enabled"),
        Set.of("RuleName", "Target"));
    return new FromBus(
        function + name,
        StorageReader.lastPart(properties.text("EventBusName").orElse("default")),
        json(properties.section("Pattern").mapping()).toString(),
        properties.section("RetryPolicy").number("MaximumRetryAttempts", 2),
        properties.section("DeadLetterConfig").text("Arn").map(StorageReader::lastPart));
  }

  private OnSchedule schedule(String name, Section event) {
    var scheduler = event.neededText("Type").equals("ScheduleV2");
    var properties = event.section("Properties");
    properties.knowing(
        Set.of(
            "Schedule",
            "ScheduleExpression",
            "ScheduleExpressionTimezone",
            "Input",
            "State",
            "Enabled"),
        Set.of(
            "DeadLetterConfig",
            "Description",
            "FlexibleTimeWindow",
            "GroupName",
            "KmsKeyArn",
            "Name",
            "OmitName",
            "PermissionsBoundary",
            "RetryPolicy",
            "RoleArn"));
    return new OnSchedule(
        properties.text("Name").orElse(function + name),
        properties.neededText(scheduler ? "ScheduleExpression" : "Schedule"),
        properties.text("ScheduleExpressionTimezone").orElse("UTC"),
        properties.text("Input"),
        scheduler);
  }

  private static JsonNode json(Yaml value) {
    var nodes = JsonNodeFactory.instance;
    return switch (value) {
      case Yaml.Nothing _ -> nodes.nullNode();
      case Yaml.Listing listing -> {
        var array = nodes.arrayNode();
        listing.items().forEach(item -> array.add(json(item)));
        yield array;
      }
      case Yaml.Mapping mapping -> {
        var object = nodes.objectNode();
        mapping.entries().forEach((key, entry) -> object.set(key, json(entry)));
        yield object;
      }
      case Yaml.Text text when text.plain() && text.value().matches("true|false") ->
          nodes.booleanNode(text.value().equals("true"));
      case Yaml.Text text when text.plain() && text.value().matches("-?\\d+(\\.\\d+)?") ->
          nodes.numberNode(new BigDecimal(text.value()));
      case Yaml.Text text -> nodes.textNode(text.value());
      case Yaml.Call call -> throw new IllegalStateException("not carried out: " + call);
    };
  }
}
