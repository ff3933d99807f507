package dev.switchboard.local.reliability;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// The tables as the deliveries of the victim reach them: notes the phase that each send is in, and
/// now and then fails.
///
/// A send is delivered by one thread from its claim to its commit; that is what the phase hangs on.
final class WatchedTables implements DynamoDbClient {

  /// Of a hundred requests that may fail, how many do, of each kind.
  private static final int PERCENT = 1;

  private final DynamoDbClient engine;
  private final Tally tally;
  private final Random random;
  private final boolean claims;
  private final ThreadLocal<Optional<Phase>> phase = ThreadLocal.withInitial(Optional::empty);

  /// @param claims whether a claim is written only if nobody else has it
  WatchedTables(DynamoDbClient engine, Tally tally, Random random, boolean claims) {
    this.engine = engine;
    this.tally = tally;
    this.random = random;
    this.claims = claims;
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    var item = request.item();
    if (text(item, "sk").startsWith("call#")) return post(request);
    if (text(item, "state").equals("attempting")) return claim(request);
    if (item.containsKey("mid")) return commit(() -> engine.putItem(request));
    return other(() -> engine.putItem(request));
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return commit(() -> engine.transactWriteItems(request));
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return item.containsKey(name) ? item.get(name).s() : "";
  }

  private PutItemResponse claim(PutItemRequest request) {
    var sent =
        claims
            ? request
            : request.toBuilder().conditionExpression(null).expressionAttributeValues(null).build();
    enter(Phase.CLAIM);
    var answer = orLeave(() -> engine.putItem(sent));
    enter(Phase.BEFORE_POST);
    return answer;
  }

  private PutItemResponse post(PutItemRequest request) {
    enter(Phase.BEFORE_REPLY);
    tally.called();
    return orLeave(() -> {
      if (now(Trouble.ERROR)) throw SdkClientException.create("connection reset");
      var answer = engine.putItem(request);
      if (now(Trouble.TIMEOUT)) throw ApiCallTimeoutException.create(8_000);
      return answer;
    });
  }

  private <T> T commit(Supplier<T> write) {
    var attempted = phase.get().isPresent();
    answered();
    try {
      var answer = write.get();
      if (attempted && now(Trouble.LOST_WRITE)) throw ApiCallTimeoutException.create(8_000);
      return answer;
    } finally {
      leave();
    }
  }

  private <T> T other(Supplier<T> request) {
    answered();
    return orLeave(request);
  }

  /// Whatever is asked next of the tables, the outbox has answered.
  private void answered() {
    if (phase.get().equals(Optional.of(Phase.BEFORE_REPLY))) enter(Phase.BEFORE_COMMIT);
  }

  private <T> T orLeave(Supplier<T> request) {
    try {
      return request.get();
    } catch (RuntimeException e) {
      leave();
      throw e;
    }
  }

  private boolean now(Trouble trouble) {
    if (random.nextInt(100) >= PERCENT) return false;
    tally.made(trouble);
    return true;
  }

  private void enter(Phase next) {
    leave();
    tally.enter(next);
    phase.set(Optional.of(next));
  }

  private void leave() {
    phase.get().ifPresent(tally::leave);
    phase.remove();
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return other(() -> engine.getItem(request));
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return other(() -> engine.batchGetItem(request));
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return other(() -> engine.query(request));
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return other(() -> engine.updateItem(request));
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return other(() -> engine.deleteItem(request));
  }

  @Override
  public String serviceName() {
    return engine.serviceName();
  }

  @Override
  public void close() {}
}
