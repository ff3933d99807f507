package dev.switchboard.local.bench;

import dev.switchboard.functions.Aws;
import dev.switchboard.functions.aws.Parallel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;

/// Asks the bare engines the same once more, under keys of its own and as many at once as the
/// product does.
///
/// @param queue where nobody listens
record Replay(Aws aws, String queue) {

  /// @param run makes the keys new
  /// @return milliseconds
  double run(List<Object> requests, int run) {
    var begin = System.nanoTime();
    Parallel.each(requests, request -> ask(request, "!" + run));
    return (System.nanoTime() - begin) / 1e6;
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
        case QueryRequest it -> aws.dynamo().query(it);
        case DeleteItemRequest it ->
            aws.dynamo().deleteItem(it.toBuilder().key(moved(it.key(), suffix)).build());
        case TransactWriteItemsRequest it ->
            aws.dynamo()
                .transactWriteItems(it.toBuilder().transactItems(moved(it, suffix)).build());
        case GetQueueAttributesRequest it -> aws.queues().getQueueAttributes(it);
        case SendMessageBatchRequest it ->
            aws.queues().sendMessageBatch(it.toBuilder().queueUrl(queue).build());
        default -> throw new IllegalArgumentException("not known: " + request);
      }
    } catch (ConditionalCheckFailedException _) {
      // Costs the same.
    } catch (TransactionCanceledException _) {
      // So does this.
    }
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

  private static Map<String, AttributeValue> moved(
      Map<String, AttributeValue> item, String suffix) {
    var moved = new HashMap<>(item);
    moved.put("pk", AttributeValue.fromS(item.get("pk").s() + suffix));
    return moved;
  }
}
