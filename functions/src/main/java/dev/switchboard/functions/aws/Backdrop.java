package dev.switchboard.functions.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.functions.Aws;
import dev.switchboard.functions.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// What a rehearsal takes for tables, queues and a bus: whatever is put is found again, every
/// condition holds, an update leaves its item as it is or makes an empty one, messages and events
/// go nowhere.
///
/// Requests are made and answers are read as they are of AWS; only the way there is missing.
public final class Backdrop implements SdkHttpClient {

  /// By table and key, as they were put.
  private final Map<String, JsonNode> items = new LinkedHashMap<>();

  /// Clients of it.
  public Aws aws() {
    var events = before(EventBridgeClient.builder());
    return new Aws(
        before(DynamoDbClient.builder()),
        // The sums would be the only thing that it has to get right.
        before(SqsClient.builder().checksumValidationEnabled(false)),
        () -> events,
        () -> before(SfnClient.builder()));
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C before(B builder) {
    return builder
        .region(Region.US_EAST_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .httpClient(this)
        .build();
  }

  /// Forgets everything.
  public synchronized void clear() {
    items.clear();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return answered(request);
      }

      @Override
      public void abort() {}
    };
  }

  private HttpExecuteResponse answered(HttpExecuteRequest request) throws IOException {
    var target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElseThrow();
    var body = request.contentStreamProvider().orElseThrow().newStream();
    var answer = answer(target.substring(target.indexOf('.') + 1), Json.MAPPER.readTree(body));
    var bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
    return HttpExecuteResponse.builder()
        .response(SdkHttpResponse.builder().statusCode(200).build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
        .build();
  }

  private synchronized ObjectNode answer(String operation, JsonNode asked) {
    var answer = Json.MAPPER.createObjectNode();
    switch (operation) {
      case "GetItem" ->
          Optional.ofNullable(items.get(key(asked, "Key")))
              .ifPresent(item -> answer.set("Item", item));
      case "UpdateItem" ->
          answer.set("Attributes", items.computeIfAbsent(key(asked, "Key"), _ -> asked.get("Key")));
      case "PutItem" -> put(asked);
      case "DeleteItem" -> items.remove(key(asked, "Key"));
      case "TransactWriteItems" ->
          asked.path("TransactItems").forEach(write -> write.forEach(this::put));
      case "BatchGetItem" -> answer.set("Responses", batch(asked.path("RequestItems")));
      case "Query" -> answer.set("Items", under(asked));
      case "SendMessageBatch" -> answer.set("Successful", sent(asked.path("Entries")));
      default -> answer.put("FailedEntryCount", 0);
    }
    return answer;
  }

  private void put(JsonNode asked) {
    if (asked.has("Item")) items.put(key(asked, "Item"), asked.get("Item"));
  }

  private static String key(JsonNode asked, String where) {
    return key(asked.path("TableName").asText(), asked.path(where));
  }

  private static String key(String table, JsonNode item) {
    return String.join(" ", table, item.at("/pk/S").asText(), item.at("/sk/S").asText());
  }

  private ObjectNode batch(JsonNode tables) {
    var found = Json.MAPPER.createObjectNode();
    tables
        .propertyStream()
        .forEach(table -> {
          var into = found.putArray(table.getKey());
          for (var key : table.getValue().path("Keys"))
            Optional.ofNullable(items.get(key(table.getKey(), key))).ifPresent(into::add);
        });
    return found;
  }

  /// All of the partition, whatever of it was asked for.
  private ArrayNode under(JsonNode asked) {
    var pk = asked.at("/ExpressionAttributeValues/:pk/S").asText();
    var found = Json.MAPPER.createArrayNode();
    items.forEach((key, item) -> {
      if (key.startsWith(asked.path("TableName").asText() + " " + pk + " ")) found.add(item);
    });
    return found;
  }

  private static ArrayNode sent(JsonNode entries) {
    var sent = Json.MAPPER.createArrayNode();
    entries.forEach(entry -> sent.addObject().set("Id", entry.path("Id")));
    return sent;
  }

  @Override
  public void close() {}
}
