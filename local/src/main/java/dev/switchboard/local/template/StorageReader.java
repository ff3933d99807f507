package dev.switchboard.local.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.switchboard.functions.Json;
import dev.switchboard.local.template.Template.Attribute;
import dev.switchboard.local.template.Template.Index;
import dev.switchboard.local.template.Template.Keys;
import dev.switchboard.local.template.Template.Queue;
import dev.switchboard.local.template.Template.Redrive;
import dev.switchboard.local.template.Template.Table;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads tables and queues.
final class StorageReader {
  private StorageReader() {}

  static Table table(String name, Section properties) {
    properties.knowing(
        Set.of(
            "TableName",
            "AttributeDefinitions",
            "KeySchema",
            "GlobalSecondaryIndexes",
            "TimeToLiveSpecification"),
        Set.of(
            "BillingMode",
            "DeletionProtectionEnabled",
            "PointInTimeRecoverySpecification",
            "ProvisionedThroughput",
            "OnDemandThroughput",
            "SSESpecification",
            "TableClass",
            "Tags",
            "ContributorInsightsSpecification"));
    var types = new HashMap<String, String>();
    for (var each : properties.sections("AttributeDefinitions")) {
      types.put(each.neededText("AttributeName"), each.neededText("AttributeType"));
    }
    var indexes =
        properties.sections("GlobalSecondaryIndexes").stream()
            .map(index -> index(index, types))
            .toList();
    var expiry = properties.section("TimeToLiveSpecification");
    var attribute = expiry.text("AttributeName").filter(_ -> expiry.flag("Enabled", true));
    return new Table(name, keys(properties, types), indexes, attribute);
  }

  private static Index index(Section index, Map<String, String> types) {
    var projection = index.section("Projection");
    return new Index(
        index.neededText("IndexName"),
        keys(index, types),
        projection.text("ProjectionType").orElse("ALL"),
        projection.texts("NonKeyAttributes"));
  }

  private static Keys keys(Section section, Map<String, String> types) {
    Optional<Attribute> partition = Optional.empty();
    Optional<Attribute> sort = Optional.empty();
    for (var key : section.sections("KeySchema")) {
      var name = key.neededText("AttributeName");
      if (!types.containsKey(name)) {
        throw key.problem(
            "AttributeName", name + " is a key: add it to the table's AttributeDefinitions");
      }
      var attribute = Optional.of(new Attribute(name, types.get(name)));
      if (key.neededText("KeyType").equals("HASH")) {
        partition = attribute;
      } else {
        sort = attribute;
      }
    }
    return new Keys(partition.orElseThrow(() -> section.missing("KeySchema")), sort);
  }

  static Queue queue(String name, Section properties) {
    properties.knowing(
        Set.of(
            "QueueName",
            "FifoQueue",
            "ContentBasedDeduplication",
            "VisibilityTimeout",
            "DelaySeconds",
            "MessageRetentionPeriod",
            "RedrivePolicy"),
        Set.of(
            "DeduplicationScope",
            "FifoThroughputLimit",
            "KmsMasterKeyId",
            "KmsDataKeyReusePeriodSeconds",
            "MaximumMessageSize",
            "ReceiveMessageWaitTimeSeconds",
            "RedriveAllowPolicy",
            "SqsManagedSseEnabled",
            "Tags"));
    return new Queue(
        name,
        properties.flag("FifoQueue", false),
        properties.flag("ContentBasedDeduplication", false),
        Duration.ofSeconds(properties.number("VisibilityTimeout", 30)),
        Duration.ofSeconds(properties.number("DelaySeconds", 0)),
        Duration.ofSeconds(properties.number("MessageRetentionPeriod", 345_600)),
        redrive(properties));
  }

  private static Optional<Redrive> redrive(Section properties) {
    if (!properties.has("RedrivePolicy")) return Optional.empty();
    var policy = policy(properties);
    return Optional.of(
        new Redrive(
            lastPart(policy.neededText("deadLetterTargetArn")),
            policy.number("maxReceiveCount", 10)));
  }

  private static Section policy(Section properties) {
    if (!(properties.mapping().entries().get("RedrivePolicy") instanceof Yaml.Text text)) {
      return properties.section("RedrivePolicy");
    }
    try {
      var entries = new HashMap<String, Yaml>();
      Json.MAPPER
          .readTree(text.value())
          .properties()
          .forEach(entry ->
              entries.put(
                  entry.getKey(), new Yaml.Text(entry.getValue().asText(), true, text.line())));
      var mapping = new Yaml.Mapping(entries, Map.of(), text.line());
      return new Section(properties.what(), mapping, properties.problems());
    } catch (JsonProcessingException e) {
      throw properties.problem("RedrivePolicy", "RedrivePolicy is not JSON: write it as YAML");
    }
  }

  /// The name at the end of an ARN.
  static String lastPart(String arn) {
    return List.of(arn.split("[:/]")).getLast();
  }
}
