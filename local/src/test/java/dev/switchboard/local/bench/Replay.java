package dev.switchboard.local.bench;

import dev.switchboard.functions.Aws;
import dev.switchboard.functions.aws.Parallel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// Asks the bare engines the same once more, under keys of its own and as many at once as the
/// product does.
///
/// @param queue where nobody listens but this
/// @param refused requests whose condition did not hold
record Replay(Aws aws, String queue, LongAdder refused) {

  Replay(Aws aws, String queue) {
    this(aws, queue, new LongAdder());
  }

  private static final int BATCH = 10;

  /// What is asked of one item stays in its order, so that each condition holds again.
  ///
  /// @param run makes the keys new
  /// @return milliseconds until the last is answered, and each message was received and deleted
  double run(List<Object> requests, int run) {
    var chains =
        requests.stream()
            .collect(Collectors.groupingBy(Replay::item, LinkedHashMap::new, Collectors.toList()));
    var messages =
        requests.stream()
            .filter(SendMessageBatchRequest.class::isInstance)
            .mapToInt(it -> ((SendMessageBatchRequest) it).entries().size())
            .sum();
    var begin = System.nanoTime();
    var receiver = Thread.startVirtualThread(() -> receive(messages));
    Parallel.each(chains.values(), chain -> chain.forEach(it -> ask(it, "!" + run)));
    try {
      receiver.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return (System.nanoTime() - begin) / 1e6;
  }

  /// The item that a request is about, or the request itself.
  private static Object item(Object request) {
    return switch (request) {
      case GetItemRequest it -> List.of(it.tableName(), it.key());
      case PutItemRequest it -> List.of(it.tableName(), key(it.item()));
      case UpdateItemRequest it -> List.of(it.tableName(), it.key());
      case DeleteItemRequest it -> List.of(it.tableName(), it.key());
      default -> new Object();
    };
  }

  private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
    return Map.of("pk", item.get("pk"), "sk", item.get("sk"));
  }

  /// As an event source mapping does.
  private void receive(int messages) {
    for (var left = messages; left > 0; ) {
      var received =
          aws.queues()
              .receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(BATCH).waitTimeSeconds(1))
              .messages();
      if (received.isEmpty()) continue;
      left -= received.size();
      var entries =
          received.stream()
              .map(it ->
                  DeleteMessageBatchRequestEntry.builder()
                      .id(it.messageId())
                      .receiptHandle(it.receiptHandle())
                      .build())
              .toList();
      aws.queues().deleteMessageBatch(r -> r.queueUrl(queue).entries(entries));
    }
  }

  private void ask(Object request, String suffix) {
    try {
      switch (request) {
        case GetItemRequest it ->
            aws.dynamo().getItem(it.toBuilder().key(moved(it.key(), suffix)).build());
        case PutItemRequest it ->
            aws.dynamo().putItem(it.toBuilder().item(moved(it.item(), suffix)).build());
        case UpdateItemRequest it ->
            aws.dynamo().updateItem(it.toBuilder().key(moved(it.key(), suffix)).build());
        case BatchGetItemRequest it ->
            aws.dynamo().batchGetItem(it.toBuilder().requestItems(moved(it, suffix)).build());
        case QueryRequest it -> aws.dynamo().query(moved(it, suffix));
        case DeleteItemRequest it ->
            aws.dynamo().deleteItem(it.toBuilder().key(moved(it.key(), suffix)).build());
        case TransactWriteItemsRequest it ->
            aws.dynamo()
                .transactWriteItems(it.toBuilder().transactItems(moved(it, suffix)).build());
        case GetQueueAttributesRequest it -> aws.queues().getQueueAttributes(it);
        case SendMessageBatchRequest it ->
            aws.queues().sendMessageBatch(it.toBuilder().queueUrl(queue).entries(now(it)).build());
        default -> throw new IllegalArgumentException("not known: " + request);
      }
    } catch (ConditionalCheckFailedException _) {
      refused.increment();
    } catch (TransactionCanceledException _) {
      refused.increment();
    }
  }

  private static List<SendMessageBatchRequestEntry> now(SendMessageBatchRequest request) {
    return request.entries().stream().map(it -> it.toBuilder().delaySeconds(0).build()).toList();
  }

  private static List<TransactWriteItem> moved(TransactWriteItemsRequest request, String suffix) {
    return request.transactItems().stream().map(item -> moved(item, suffix)).toList();
  }

  private static TransactWriteItem moved(TransactWriteItem item, String suffix) {
    var moved = item.toBuilder();
    if (item.put() != null)
      moved.put(item.put().toBuilder().item(moved(item.put().item(), suffix)).build());
    if (item.delete() != null)
      moved.delete(item.delete().toBuilder().key(moved(item.delete().key(), suffix)).build());
    if (item.conditionCheck() != null) {
      var check = item.conditionCheck();
      moved.conditionCheck(check.toBuilder().key(moved(check.key(), suffix)).build());
    }
    return moved.build();
  }

  private static Map<String, KeysAndAttributes> moved(BatchGetItemRequest request, String suffix) {
    var tables = new HashMap<String, KeysAndAttributes>();
    request
        .requestItems()
        .forEach((table, keys) ->
            tables.put(
                table,
                keys.toBuilder()
                    .keys(keys.keys().stream().map(key -> moved(key, suffix)).toList())
                    .build()));
    return tables;
  }

  private static QueryRequest moved(QueryRequest request, String suffix) {
    var values = new HashMap<>(request.expressionAttributeValues());
    values.computeIfPresent(":pk", (_, pk) -> AttributeValue.fromS(pk.s() + suffix));
    var moved = request.toBuilder().expressionAttributeValues(values);
    if (request.hasExclusiveStartKey())
      moved.exclusiveStartKey(moved(request.exclusiveStartKey(), suffix));
    return moved.build();
  }

  private static Map<String, AttributeValue> moved(
      Map<String, AttributeValue> item, String suffix) {
    var moved = new HashMap<>(item);
    moved.put("pk", AttributeValue.fromS(item.get("pk").s() + suffix));
    return moved;
  }
}
