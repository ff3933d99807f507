package dev.switchboard.functions;

import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The AWS clients that adapters use: of the cloud, of the embedded runtime, or of a test.
///
/// @param bus always the same; few functions tell events, so that it need not be there before one
///   does
public record Aws(DynamoDbClient dynamo, SqsClient queues, Supplier<EventBridgeClient> bus) {

  public EventBridgeClient events() {
    return bus.get();
  }
}
