package dev.switchboard.local.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.functions.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/// The event that Lambda makes of SQS messages, and its reading of the function's answer.
///
/// @see <a
///   href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">AWS</a>
public final class SqsEvent {
  private SqsEvent() {}

  /// @param queue the name at the end of the event's ARN
  public static byte[] of(String queue, List<Message> messages) {
    var event = Json.MAPPER.createObjectNode();
    var records = event.putArray("Records");
    for (var message : messages) {
      var each = records.addObject();
      each.put("messageId", message.messageId());
      each.put("receiptHandle", message.receiptHandle());
      each.put("body", message.body());
      var attributes = each.putObject("attributes");
      message.attributesAsStrings().forEach(attributes::put);
      var own = each.putObject("messageAttributes");
      message.messageAttributes().forEach((name, value) -> attribute(own.putObject(name), value));
      each.put("md5OfBody", message.md5OfBody());
      each.put("eventSource", "aws:sqs");
      each.put("eventSourceARN", Queues.arn(queue));
      each.put("awsRegion", "us-east-1");
    }
    try {
      return Json.MAPPER.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void attribute(ObjectNode node, MessageAttributeValue value) {
    if (value.stringValue() != null) node.put("stringValue", value.stringValue());
    if (value.binaryValue() != null) {
      node.put(
          "binaryValue", Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
    }
    node.putArray("stringListValues");
    node.putArray("binaryListValues");
    node.put("dataType", value.dataType());
  }

  /// Which messages come again.
  ///
  /// Nothing said or an empty list: none. An empty or unknown identifier, or no JSON of that form:
  /// all.
  ///
  /// @param sent ids of the whole batch
  public static Set<String> failures(byte[] answer, List<String> sent) {
    JsonNode tree;
    try {
      tree = Json.MAPPER.readTree(answer);
    } catch (IOException e) {
      return Set.copyOf(sent);
    }
    if (tree == null || tree.isMissingNode() || tree.isNull()) return Set.of();
    var items = tree.path("batchItemFailures");
    if (items.isMissingNode() || items.isNull()) return Set.of();
    if (!items.isArray()) return Set.copyOf(sent);
    var failed = new HashSet<String>();
    for (var item : items) {
      var id = item.path("itemIdentifier").asText("");
      if (!sent.contains(id)) return Set.copyOf(sent);
      failed.add(id);
    }
    return failed;
  }
}
