package dev.switchboard.functions.aws;

import dev.switchboard.Unavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// One DynamoDB table with keys `pk` and `sk`.
///
/// @param name the table's name
/// @param retention of what is put; empty: for good
public record Table(DynamoDbClient dynamo, String name, Optional<Retention> retention) {

  /// Most keys of one BatchGetItem.
  private static final int BATCH = 100;

  private static final String ABSENT = "attribute_not_exists(pk)";

  /// A table whose items stay for good.
  public Table(DynamoDbClient dynamo, String name) {
    this(dynamo, name, Optional.empty());
  }

  /// The same table, for items that stay for good.
  public Table lasting() {
    return new Table(dynamo, name);
  }

  private Map<String, AttributeValue> attributes(Item item) {
    return retention.map(it -> it.applied(item)).orElse(item).attributes();
  }

  /// The item as it is now, every earlier write included.
  public Optional<Item> get(String pk, String sk) {
    var found =
        call(() -> dynamo.getItem(r -> r.tableName(name).key(key(pk, sk)).consistentRead(true)));
    return found.hasItem() ? Optional.of(new Item(found.item())) : Optional.empty();
  }

  /// Those of the items that exist, in no order; may lag behind by a second unless `consistent`.
  public List<Item> get(Collection<Map<String, AttributeValue>> keys, boolean consistent) {
    var all = List.copyOf(keys);
    var batches = new ArrayList<List<Map<String, AttributeValue>>>();
    for (int from = 0; from < all.size(); from += BATCH)
      batches.add(all.subList(from, Math.min(from + BATCH, all.size())));
    return Parallel.map(batches, batch -> batch(batch, consistent)).stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<Item> batch(List<Map<String, AttributeValue>> keys, boolean consistent) {
    var found = new ArrayList<Item>();
    var open = keys;
    while (!open.isEmpty()) {
      var wanted = KeysAndAttributes.builder().keys(open).consistentRead(consistent).build();
      var answer = call(() -> dynamo.batchGetItem(r -> r.requestItems(Map.of(name, wanted))));
      answer.responses().getOrDefault(name, List.of()).forEach(item -> found.add(new Item(item)));
      open =
          Optional.ofNullable(answer.unprocessedKeys().get(name))
              .map(KeysAndAttributes::keys)
              .orElse(List.of());
    }
    return found;
  }

  /// Everything under `pk` whose `sk` begins with `prefix`, empty for all of it, in order; may lag
  /// behind by a second.
  public List<Item> under(String pk, String prefix) {
    return items(underRequest(pk, prefix));
  }

  /// Everything under `pk`, in order, every earlier write included.
  public List<Item> underNow(String pk) {
    return items(underRequest(pk, "").toBuilder().consistentRead(true).build());
  }

  private List<Item> items(QueryRequest request) {
    return call(() -> dynamo.queryPaginator(request).items().stream().map(Item::new).toList());
  }

  /// At most `limit` items under `pk` whose `sk` lies before `before`, latest first.
  public List<Item> latest(String pk, String before, int limit) {
    return page(pk, "pk = :pk AND sk < :sk", before, limit, false);
  }

  /// At most `limit` items under `pk` whose `sk` lies behind `after`, in order.
  public List<Item> next(String pk, String after, int limit) {
    return page(pk, "pk = :pk AND sk > :sk", after, limit, true);
  }

  private List<Item> page(String pk, String which, String sk, int limit, boolean forward) {
    var found =
        call(() ->
            dynamo.query(r ->
                r.tableName(name)
                    .keyConditionExpression(which)
                    .expressionAttributeValues(
                        Map.of(":pk", Item.ofText(pk), ":sk", Item.ofText(sk)))
                    .scanIndexForward(forward)
                    .limit(limit)));
    return found.items().stream().map(Item::new).toList();
  }

  /// All items under `pk` whose `sk` lies from `first` to `last`, both included, in order, every
  /// earlier write included.
  public List<Item> between(String pk, String first, String last) {
    return items(
        QueryRequest.builder()
            .tableName(name)
            .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
            .consistentRead(true)
            .expressionAttributeValues(
                Map.of(
                    ":pk", Item.ofText(pk),
                    ":first", Item.ofText(first),
                    ":last", Item.ofText(last)))
            .build());
  }

  private QueryRequest underRequest(String pk, String prefix) {
    var request = QueryRequest.builder().tableName(name);
    if (prefix.isEmpty())
      return request
          .keyConditionExpression("pk = :pk")
          .expressionAttributeValues(Map.of(":pk", Item.ofText(pk)))
          .build();
    return request
        .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
        .expressionAttributeValues(Map.of(":pk", Item.ofText(pk), ":sk", Item.ofText(prefix)))
        .build();
  }

  public void put(Item item) {
    call(() -> dynamo.putItem(r -> r.tableName(name).item(attributes(item))));
  }

  /// @return false if there was one
  public boolean insert(Item item) {
    return applies(() -> dynamo.putItem(putIf(item, ABSENT, Map.of())));
  }

  /// Replaces an item whose `version` is `version`.
  ///
  /// @return false if it is another
  public boolean replace(Item item, long version) {
    return applies(() -> dynamo.putItem(putIf(item, "version = :v", atVersion(version))));
  }

  /// Replaces one item and inserts another, both or neither.
  ///
  /// @return false if the first has another version or the second exists
  public boolean replaceAndInsert(Item item, long version, Item other) {
    return transacted(
        List.of(
            transactPut(item, "version = :v", atVersion(version)),
            transactPut(other, ABSENT, Map.of())));
  }

  /// Replaces two items, both or neither.
  ///
  /// @return false if one of them has another version
  public boolean replaceBoth(Item one, long version, Item other, long otherVersion) {
    return transacted(
        List.of(
            transactPut(one, "version = :v", atVersion(version)),
            transactPut(other, "version = :v", atVersion(otherVersion))));
  }

  private boolean transacted(List<TransactWriteItem> writes) {
    try {
      call(() -> dynamo.transactWriteItems(r -> r.transactItems(writes)));
      return true;
    } catch (TransactionCanceledException e) {
      if (e.cancellationReasons().stream()
          .noneMatch(it -> it.code().equals("ConditionalCheckFailed")))
        throw new Unavailable("DynamoDB table " + name, e);
      return false;
    }
  }

  /// @return the item afterwards
  public Item update(String pk, String sk, Update update) {
    return new Item(call(() -> dynamo.updateItem(request(pk, sk, update).build())).attributes());
  }

  /// @return false if the update's condition did not hold
  public boolean updateIf(String pk, String sk, Update update, String condition) {
    return applies(
        () -> dynamo.updateItem(request(pk, sk, update).conditionExpression(condition).build()));
  }

  /// Adds a number to a set of numbers.
  ///
  /// @return the item afterwards
  public Item addNumber(String pk, String sk, String attribute, long number) {
    var one = AttributeValue.fromNs(List.of(Long.toString(number)));
    return update(pk, sk, new Update("ADD #a :one", Map.of("#a", attribute), Map.of(":one", one)));
  }

  public void delete(String pk, String sk) {
    call(() -> dynamo.deleteItem(r -> r.tableName(name).key(key(pk, sk))));
  }

  /// Deletes an item if every one of `others` has its version still, all at the same moment.
  ///
  /// @return false if one has not
  boolean deleteIf(String pk, String sk, List<Versioned> others) {
    var writes = new ArrayList<TransactWriteItem>();
    others.forEach(other -> writes.add(check(other)));
    writes.add(TransactWriteItem.builder().delete(d -> d.tableName(name).key(key(pk, sk))).build());
    return transacted(writes);
  }

  /// The version that an item is expected to have.
  record Versioned(String pk, String sk, long version) {}

  private TransactWriteItem check(Versioned item) {
    return TransactWriteItem.builder()
        .conditionCheck(c ->
            c.tableName(name)
                .key(key(item.pk(), item.sk()))
                .conditionExpression("version = :v")
                .expressionAttributeValues(atVersion(item.version())))
        .build();
  }

  static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", Item.ofText(pk), "sk", Item.ofText(sk));
  }

  private UpdateItemRequest.Builder request(String pk, String sk, Update asked) {
    var update = retention.map(asked::kept).orElse(asked);
    return UpdateItemRequest.builder()
        .tableName(name)
        .key(key(pk, sk))
        .updateExpression(update.expression())
        .expressionAttributeNames(update.names().isEmpty() ? null : update.names())
        .expressionAttributeValues(update.values().isEmpty() ? null : update.values())
        .returnValues(ReturnValue.ALL_NEW);
  }

  private static Map<String, AttributeValue> atVersion(long version) {
    return Map.of(":v", Item.ofNumber(version));
  }

  private PutItemRequest putIf(Item item, String condition, Map<String, AttributeValue> values) {
    return PutItemRequest.builder()
        .tableName(name)
        .item(attributes(item))
        .conditionExpression(condition)
        .expressionAttributeValues(values.isEmpty() ? null : values)
        .build();
  }

  private TransactWriteItem transactPut(
      Item item, String condition, Map<String, AttributeValue> values) {
    return TransactWriteItem.builder()
        .put(p ->
            p.tableName(name)
                .item(attributes(item))
                .conditionExpression(condition)
                .expressionAttributeValues(values.isEmpty() ? null : values))
        .build();
  }

  private boolean applies(Supplier<?> write) {
    try {
      call(write);
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }

  private <T> T call(Supplier<T> request) {
    try {
      return request.get();
    } catch (ConditionalCheckFailedException | TransactionCanceledException e) {
      throw e;
    } catch (SdkException e) {
      throw new Unavailable("DynamoDB table " + name, e);
    }
  }
}
