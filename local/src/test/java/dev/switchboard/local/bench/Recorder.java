package dev.switchboard.local.bench;

import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.TOTAL;

import dev.switchboard.functions.Aws;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/// Remembers what functions ask of the engines, so that it can be asked again without them.
public final class Recorder {

  private final Queue<Object> requests = new ConcurrentLinkedQueue<>();
  private final DoubleAdder written = new DoubleAdder();
  private final DoubleAdder read = new DoubleAdder();

  public Aws around(Aws aws) {
    return new Aws(
        new Tables(aws.dynamo(), requests, written, read),
        new Queues(aws.queues(), requests),
        aws.bus(),
        aws.workflows());
  }

  /// Write units since the last time, as DynamoDB charges them; what a condition refused is left
  /// out, as the engine does not tell it.
  double writeUnits() {
    return written.sumThenReset();
  }

  /// Read units since the last time.
  double readUnits() {
    return read.sumThenReset();
  }

  /// What was asked since the last time.
  public List<Object> take() {
    var taken = List.copyOf(requests);
    requests.clear();
    return taken;
  }

  /// Most writes that one partition key took.
  static long hottest(List<Object> requests) {
    var keys = requests.stream().flatMap(Recorder::written);
    return keys.collect(Collectors.groupingBy(key -> key, Collectors.counting())).values().stream()
        .max(Long::compare)
        .orElse(0L);
  }

  private static Stream<String> written(Object request) {
    return switch (request) {
      case PutItemRequest put -> Stream.of(put.tableName() + put.item().get("pk"));
      case UpdateItemRequest update -> Stream.of(update.tableName() + update.key().get("pk"));
      case DeleteItemRequest delete -> Stream.of(delete.tableName() + delete.key().get("pk"));
      case TransactWriteItemsRequest all -> all.transactItems().stream().flatMap(Recorder::each);
      default -> Stream.empty();
    };
  }

  private static Stream<String> each(TransactWriteItem item) {
    return Stream.of(
            Optional.ofNullable(item.put()).map(it -> it.tableName() + it.item().get("pk")),
            Optional.ofNullable(item.update()).map(it -> it.tableName() + it.key().get("pk")),
            Optional.ofNullable(item.delete()).map(it -> it.tableName() + it.key().get("pk")))
        .flatMap(Optional::stream);
  }

  private record Tables(
      DynamoDbClient engine, Queue<Object> requests, DoubleAdder written, DoubleAdder read)
      implements DynamoDbClient {

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
      requests.add(request);
      var answer = engine.getItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
      read.add(answer.consumedCapacity().capacityUnits());
      return answer;
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
      requests.add(request);
      var answer = engine.putItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
      written.add(answer.consumedCapacity().capacityUnits());
      return answer;
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
      requests.add(request);
      var answer = engine.updateItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
      written.add(answer.consumedCapacity().capacityUnits());
      return answer;
    }

    @Override
    public QueryResponse query(QueryRequest request) {
      requests.add(request);
      var answer = engine.query(request.toBuilder().returnConsumedCapacity(TOTAL).build());
      read.add(answer.consumedCapacity().capacityUnits());
      return answer;
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      requests.add(request);
      var answer =
          engine.transactWriteItems(request.toBuilder().returnConsumedCapacity(TOTAL).build());
      answer.consumedCapacity().forEach(it -> written.add(it.capacityUnits()));
      return answer;
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
      requests.add(request);
      var answer = engine.deleteItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
      written.add(answer.consumedCapacity().capacityUnits());
      return answer;
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      requests.add(request);
      var answer = engine.batchGetItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
      answer.consumedCapacity().forEach(it -> read.add(it.capacityUnits()));
      return answer;
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
    public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
      requests.add(request);
      return engine.getQueueAttributes(request);
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
