package dev.switchboard.functions;

import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The AWS clients that adapters use: of the cloud, of the embedded runtime, or of a test.
///
/// @param bus always the same; few functions tell events, so that it need not be there before one
///   does
/// @param workflows the same, of state machines
public record Aws(
    DynamoDbClient dynamo,
    SqsClient queues,
    Supplier<EventBridgeClient> bus,
    Supplier<SfnClient> workflows) {

  public EventBridgeClient events() {
    return bus.get();
  }

  public SfnClient machines() {
    return workflows.get();
  }
}
