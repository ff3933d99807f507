package dev.switchboard.local.machine.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.switchboard.local.machine.expression.Values;
import java.util.HashMap;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/// `sqs:sendMessage`; a body that is no text is sent as JSON.
public record MessageSending(SqsClient sqs) implements Action {

  @Override
  public Outcome perform(JsonNode arguments) {
    try {
      return new Outcome.Done(result(sqs.sendMessage(request(arguments))));
    } catch (SdkException e) {
      var type = e.getClass().getSimpleName();
      return Outcome.failed(
          "SQS." + (type.equals("SqsException") ? "AmazonSQSException" : type), e.getMessage());
    }
  }

  private static SendMessageRequest request(JsonNode arguments) {
    var request =
        SendMessageRequest.builder()
            .queueUrl(arguments.path("QueueUrl").asText())
            .messageBody(text(arguments.path("MessageBody")));
    if (arguments.has("DelaySeconds")) request.delaySeconds(arguments.path("DelaySeconds").asInt());
    given(arguments, "MessageGroupId").ifPresent(request::messageGroupId);
    given(arguments, "MessageDeduplicationId").ifPresent(request::messageDeduplicationId);
    var attributes = new HashMap<String, MessageAttributeValue>();
    arguments
        .path("MessageAttributes")
        .properties()
        .forEach(each -> attributes.put(each.getKey(), attribute(each.getValue())));
    return request.messageAttributes(attributes).build();
  }

  private static MessageAttributeValue attribute(JsonNode value) {
    return MessageAttributeValue.builder()
        .dataType(value.path("DataType").asText("String"))
        .stringValue(value.path("StringValue").asText())
        .build();
  }

  private static Optional<String> given(JsonNode arguments, String field) {
    return Optional.of(arguments.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  static String text(JsonNode body) {
    return body.isTextual() ? body.textValue() : Values.text(body);
  }

  private static JsonNode result(SendMessageResponse answer) {
    var result =
        JsonNodeFactory.instance
            .objectNode()
            .put("MD5OfMessageBody", answer.md5OfMessageBody())
            .put("MessageId", answer.messageId());
    if (answer.sequenceNumber() != null) result.put("SequenceNumber", answer.sequenceNumber());
    return result;
  }
}
