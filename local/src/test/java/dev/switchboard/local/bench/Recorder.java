package dev.switchboard.local.bench;

import dev.switchboard.functions.Aws;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/// Remembers what functions ask of the engines, so that it can be asked again without them.
final class Recorder {

  private final Queue<Object> requests = new ConcurrentLinkedQueue<>();

  Aws around(Aws aws) {
    return new Aws(
        new Tables(aws.dynamo(), requests), new Queues(aws.queues(), requests), aws.events());
  }

  /// What was asked since the last time.
  List<Object> take() {
    var taken = List.copyOf(requests);
    requests.clear();
    return taken;
  }

  private record Tables(DynamoDbClient engine, Queue<Object> requests) implements DynamoDbClient {

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
      requests.add(request);
      return engine.getItem(request);
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
      requests.add(request);
      return engine.putItem(request);
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
      requests.add(request);
      return engine.updateItem(request);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
      requests.add(request);
      return engine.query(request);
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      requests.add(request);
      return engine.batchGetItem(request);
    }

    @Override
    public String serviceName() {
      return engine.serviceName();
    }

    @Override
    public void close() {}
  }

  private record Queues(SqsClient engine, Queue<Object> requests) implements SqsClient {

    @Override
    public ChangeMessageVisibilityResponse changeMessageVisibility(
        ChangeMessageVisibilityRequest request) {
      return engine.changeMessageVisibility(request);
    }

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
      requests.add(request);
      return engine.sendMessageBatch(request);
    }

    @Override
    public String serviceName() {
      return engine.serviceName();
    }

    @Override
    public void close() {}
  }
}
