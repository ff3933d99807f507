package dev.switchboard.functions;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The AWS clients that adapters use: of the cloud, of the embedded runtime, or of a test.
public record Aws(DynamoDbClient dynamo, SqsClient queues, EventBridgeClient events) {}
