package dev.switchboard.functions.http;

import dev.switchboard.Unavailable;
import dev.switchboard.functions.http.Idempotency.Begun.Done;
import dev.switchboard.functions.http.Idempotency.Begun.Fresh;
import dev.switchboard.functions.http.Idempotency.Begun.OtherRequest;
import dev.switchboard.functions.http.Idempotency.Begun.Resume;
import dev.switchboard.functions.http.Idempotency.Begun.Running;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Idempotency keys in a table: `pk` is the owner's key and `#idempotency`, `sk` the key's digest.
///
/// Each attempt reads the record and writes the next one on the condition that its fence is still
/// the one read. The fence only grows while the record lives. TTL deletes late, so an expired
/// record is taken for absent on reading.
public final class DynamoIdempotency implements Idempotency {

  private static final String STILL_ABSENT = "attribute_not_exists(pk)";
  private static final String SAME_FENCE = "fence = :fence";
  private static final String OURS = "fence = :fence and finished = :no";

  private static final AttributeValue YES = AttributeValue.fromBool(true);
  private static final AttributeValue NO = AttributeValue.fromBool(false);

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoIdempotency(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Begun begin(Attempt attempt, String resource, Instant now) {
    var found = read(attempt);
    if (found.isPresent() && !found.get().expired(now)) return again(attempt, found.get(), now);
    var fence = found.map(Stored::fence).orElse(0L) + 1;
    var fresh = new Stored(attempt.fingerprint(), resource, fence, now, false, expiry(now));
    if (replace(attempt, found, fresh)) return new Fresh(resource, fence);
    var winner = read(attempt);
    // The write may have been ours after all: a lost answer makes the SDK write twice.
    return winner.equals(Optional.of(fresh))
        ? new Fresh(resource, fence)
        : winner.flatMap(stored -> told(attempt, stored, now)).orElse(new Running(LEASE));
  }

  @Override
  public boolean finish(Attempt attempt, long fence, Instant now) {
    return update(
        attempt,
        "set finished = :yes, finished_at = :now",
        Map.of(":fence", number(fence), ":no", NO, ":yes", YES, ":now", text(now.toString())));
  }

  @Override
  public boolean abandon(Attempt attempt, long fence, Instant now) {
    return update(
        attempt,
        "set expires_at = :gone",
        Map.of(":fence", number(fence), ":no", NO, ":gone", number(now.getEpochSecond())));
  }

  private Begun again(Attempt attempt, Stored found, Instant now) {
    return told(attempt, found, now).orElseGet(() -> resume(attempt, found, now));
  }

  private static Optional<Begun> told(Attempt attempt, Stored found, Instant now) {
    if (!found.fingerprint().equals(attempt.fingerprint())) return Optional.of(new OtherRequest());
    if (found.finished()) return Optional.of(new Done(found.resource()));
    var left = Duration.between(now, found.startedAt().plus(LEASE));
    return left.isPositive() ? Optional.of(new Running(left)) : Optional.empty();
  }

  private Begun resume(Attempt attempt, Stored found, Instant now) {
    var next = found.resumed(now, expiry(now));
    return replace(attempt, Optional.of(found), next)
        ? new Resume(next.resource(), next.fence())
        : new Running(LEASE);
  }

  private boolean update(Attempt attempt, String change, Map<String, AttributeValue> values) {
    return conditional(() ->
        dynamo.updateItem(update ->
            update
                .tableName(table)
                .key(key(attempt))
                .updateExpression(change)
                .conditionExpression(OURS)
                .expressionAttributeValues(values)));
  }

  private boolean replace(Attempt attempt, Optional<Stored> found, Stored next) {
    var item = next.item(key(attempt));
    return conditional(() ->
        dynamo.putItem(put -> {
          put.tableName(table).item(item);
          found.ifPresentOrElse(
              old ->
                  put.conditionExpression(SAME_FENCE)
                      .expressionAttributeValues(Map.of(":fence", number(old.fence()))),
              () -> put.conditionExpression(STILL_ABSENT));
        }));
  }

  private Optional<Stored> read(Attempt attempt) {
    var answer =
        asked(() ->
            dynamo.getItem(get -> get.tableName(table).key(key(attempt)).consistentRead(true)));
    return answer.hasItem() ? Optional.of(Stored.of(answer.item())) : Optional.empty();
  }

  private static boolean conditional(Supplier<?> write) {
    try {
      var _ = asked(write);
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private static <T> T asked(Supplier<T> call) {
    try {
      return call.get();
    } catch (ConditionalCheckFailedException e) {
      throw e;
    } catch (SdkException e) {
      throw new Unavailable("the table of idempotency keys", e);
    }
  }

  private static Map<String, AttributeValue> key(Attempt attempt) {
    return Map.of(
        "pk", text(attempt.owner().key() + "#idempotency"), "sk", text(attempt.key().digest()));
  }

  private static Instant expiry(Instant now) {
    return now.plus(KEPT).truncatedTo(ChronoUnit.SECONDS);
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  private record Stored(
      String fingerprint,
      String resource,
      long fence,
      Instant startedAt,
      boolean finished,
      Instant expiresAt) {

    static Stored of(Map<String, AttributeValue> item) {
      return new Stored(
          item.get("fingerprint").s(),
          item.get("resource").s(),
          Long.parseLong(item.get("fence").n()),
          Instant.parse(item.get("started_at").s()),
          item.get("finished").bool(),
          Instant.ofEpochSecond(Long.parseLong(item.get("expires_at").n())));
    }

    boolean expired(Instant now) {
      return !now.isBefore(expiresAt);
    }

    Stored resumed(Instant now, Instant expiry) {
      return new Stored(fingerprint, resource, fence + 1, now, false, expiry);
    }

    Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
      var item = new HashMap<>(key);
      item.put("fingerprint", text(fingerprint));
      item.put("resource", text(resource));
      item.put("fence", number(fence));
      item.put("started_at", text(startedAt.toString()));
      item.put("finished", AttributeValue.fromBool(finished));
      item.put("expires_at", number(expiresAt.getEpochSecond()));
      return item;
    }
  }
}
