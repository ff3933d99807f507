package dev.switchboard.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// The baseline of a start: no product, only requests like the product's, one after the other.
///
/// Its event names them: `"GetItem PutItem"`; an empty one is answered at once.
public final class Bare implements RequestStreamHandler, Resource {

  /// As often as the product rehearses.
  private static final int ROUNDS = 100;

  /// What its messages say.
  static final String NOBODY = "nobody";

  private static final String EVERYTHING = "GetItem PutItem UpdateItem Query SendMessageBatch";

  private static final Map<String, AttributeValue> KEY =
      Map.of("pk", AttributeValue.fromS("bare"), "sk", AttributeValue.fromS("bare"));

  private DynamoDbClient tables;
  private SqsClient queues;

  public Bare() {
    Core.getGlobalContext().register(this);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    request(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\"", ""));
    out.write("{}".getBytes(StandardCharsets.UTF_8));
  }

  private void request(String names) {
    if (names.isBlank()) return;
    if (tables == null) {
      var http = UrlConnectionHttpClient.create();
      tables = DynamoDbClient.builder().httpClient(http).build();
      queues = SqsClient.builder().httpClient(http).build();
    }
    for (var name : names.split(" ")) one(name);
  }

  private void one(String name) {
    var table = System.getenv("SENDS_TABLE");
    switch (name) {
      case "GetItem" -> tables.getItem(r -> r.tableName(table).key(KEY).consistentRead(true));
      case "BatchGetItem" ->
          tables.batchGetItem(r ->
              r.requestItems(
                  Map.of(table, KeysAndAttributes.builder().keys(List.of(KEY)).build())));
      case "PutItem" -> tables.putItem(r -> r.tableName(table).item(KEY));
      case "UpdateItem" ->
          tables.updateItem(r ->
              r.tableName(table)
                  .key(KEY)
                  .updateExpression("SET a = :a")
                  .expressionAttributeValues(Map.of(":a", AttributeValue.fromS("a")))
                  .returnValues("ALL_NEW"));
      case "DeleteItem" -> tables.deleteItem(r -> r.tableName(table).key(KEY));
      case "Query" ->
          tables.query(r ->
              r.tableName(table)
                  .keyConditionExpression("pk = :pk")
                  .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("bare"))));
      case "SendMessageBatch" ->
          queues.sendMessageBatch(r ->
              r.queueUrl(System.getenv("SENDS_QUEUE_URL"))
                  .entries(
                      SendMessageBatchRequestEntry.builder().id("0").messageBody(NOBODY).build()));
      default -> throw new IllegalArgumentException("no baseline for " + name);
    }
  }

  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    for (int round = 0; round < ROUNDS; round++) request(EVERYTHING);
  }

  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}
}
