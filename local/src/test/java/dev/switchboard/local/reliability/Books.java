package dev.switchboard.local.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.contact.Channel;
import dev.switchboard.local.sample.Api;
import dev.switchboard.send.SendId;
import dev.switchboard.send.State;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The same story as told by three: the ledger's items, whoever took the messages, and the API.
///
/// @param taken by the outbox, or by the vendors
/// @param executions as the API tells them
/// @param leads of all executions, as the API tells them
/// @param deadLetters messages that were given up, by queue
record Books(
    List<Row> ledger,
    List<Call> taken,
    List<JsonNode> executions,
    List<JsonNode> leads,
    Map<String, Long> deadLetters) {

  /// A page of a hundred thousand sends takes the engine half a minute.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// A send in the ledger.
  record Row(SendId id, Channel channel, State state, BigDecimal cost) {
    static Row of(Map<String, AttributeValue> item) {
      var step = item.get("step").s();
      return new Row(
          new SendId(item.get("mid").s()),
          Channel.ofWire(step.substring(0, step.indexOf('|'))).orElseThrow(),
          State.ofWire(item.get("state").s()),
          new BigDecimal(item.get("cost_micros_usd").n()).movePointLeft(6));
    }
  }

  /// A message that was taken.
  record Call(SendId id, Channel channel, String to) {
    static Call of(Map<String, AttributeValue> item) {
      return new Call(
          new SendId(item.get("pk").s()),
          Channel.ofWire(item.get("channel").s()).orElseThrow(),
          item.get("to").s());
    }
  }

  /// @param url of the running instance
  static Books of(String url, Api api, Collection<String> executions, List<Call> taken) {
    return new Books(
        ledger(url),
        taken,
        executions.stream().map(id -> api.get("/api/smart-send/" + id).expect(200)).toList(),
        executions.stream().flatMap(id -> leads(api, id).stream()).toList(),
        deadLetters(api));
  }

  private static List<Row> ledger(String url) {
    return all(url, "SendsTable", item -> item.containsKey("mid"), Row::of);
  }

  /// What the outbox took.
  ///
  /// @param url of the running instance
  static List<Call> outbox(String url) {
    return all(
        url,
        "OutboxTable",
        item -> item.get("sk").s().startsWith("call#") && item.containsKey("provider_id"),
        Call::of);
  }

  /// Page by page: no single answer could tell all of a hundred thousand in time.
  private static <T> List<T> all(
      String url,
      String table,
      Predicate<Map<String, AttributeValue>> wanted,
      Function<Map<String, AttributeValue>, T> read) {
    var anyone = StaticCredentialsProvider.create(AwsBasicCredentials.create("kill", "kill"));
    try (var tables =
        DynamoDbClient.builder()
            .endpointOverride(URI.create(url))
            .region(Region.US_EAST_1)
            .credentialsProvider(anyone)
            .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(PATIENCE))
            .build()) {
      return tables.scanPaginator(scan -> scan.tableName(table)).items().stream()
          .filter(wanted)
          .map(read)
          .toList();
    }
  }

  private static List<JsonNode> leads(Api api, String execution) {
    var leads = new ArrayList<JsonNode>();
    var path = "/api/smart-send/" + execution + "/leads?limit=100";
    var page = api.get(path).expect(200);
    page.path("leads").forEach(leads::add);
    while (page.path("next").isTextual()) {
      page = api.get(path + "&cursor=" + page.path("next").asText()).expect(200);
      page.path("leads").forEach(leads::add);
    }
    return leads;
  }

  private static Map<String, Long> deadLetters(Api api) {
    var depths = new java.util.TreeMap<String, Long>();
    api.get("/dev/queues")
        .expect(200)
        .propertyStream()
        .filter(queue -> queue.getKey().endsWith("DeadLetters"))
        .forEach(queue -> depths.put(queue.getKey(), queue.getValue().path("visible").asLong()));
    return depths;
  }
}
