package dev.switchboard.local.table;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.local.template.Template;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

class InTurnTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  /// A function that runs out of time is interrupted, wherever it is. The engine, interrupted while
  /// it has its lock, would keep it for ever.
  @Test
  void requests_whose_callers_are_interrupted_leave_the_tables_open() throws Exception {
    var keys = new Template.Keys(new Template.Attribute("pk", "S"), Optional.empty());
    try (var tables = Tables.start(Optional.of(folder))) {
      tables.make(List.of(new Template.Table("Things", keys, List.of(), Optional.empty())));
      var random = new Random(7);
      for (int round = 0; round < 100; round++) interrupted(tables.client(), random);

      var last = Thread.ofVirtual().start(() -> put(tables.client(), "last"));
      assertTrue(last.join(PATIENCE), "the tables answer nobody any more");
    }
  }

  private static void interrupted(DynamoDbClient client, Random random)
      throws InterruptedException {
    var callers =
        List.of(0, 1, 2, 3).stream()
            .map(caller -> Thread.ofVirtual().start(() -> puts(client, caller)))
            .toList();
    Thread.sleep(Duration.ofNanos(random.nextInt(10_000_000)));
    callers.forEach(Thread::interrupt);
    for (var caller : callers) assertTrue(caller.join(PATIENCE), "a caller is stuck");
  }

  private static void puts(DynamoDbClient client, int caller) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        put(client, "of " + caller);
        transact(client, "of " + caller);
      }
    } catch (RuntimeException e) {
      // It was interrupted in the middle.
    }
  }

  private static void transact(DynamoDbClient client, String key) {
    var write =
        TransactWriteItem.builder().put(put -> put.tableName("Things").item(item(key))).build();
    client.transactWriteItems(request -> request.transactItems(write));
  }

  private static Map<String, AttributeValue> item(String key) {
    return Map.of("pk", AttributeValue.builder().s(key).build());
  }

  private static void put(DynamoDbClient client, String key) {
    client.putItem(request -> request.tableName("Things").item(item(key)));
  }
}
