package dev.switchboard.local.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.local.fixture.Running;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.sqs.SqsClient;

class EngineProtocolTest {

  private static final StaticCredentialsProvider ANYONE =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x"));

  private static final Map<String, AttributeValue> ITEM =
      Map.of(
          "pk", AttributeValue.fromS("a"),
          "sk", AttributeValue.fromS("b"),
          "n", AttributeValue.fromN("5"));

  private static Running running;
  private static DynamoDbClient tables;
  private static SqsClient queues;
  private static EventBridgeClient events;

  @BeforeAll
  static void start() {
    running = Running.start();
    var here = URI.create(running.runtime().url());
    tables =
        DynamoDbClient.builder()
            .endpointOverride(here)
            .region(Region.US_EAST_1)
            .credentialsProvider(ANYONE)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    queues =
        SqsClient.builder()
            .endpointOverride(here)
            .region(Region.US_EAST_1)
            .credentialsProvider(ANYONE)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    events =
        EventBridgeClient.builder()
            .endpointOverride(here)
            .region(Region.US_EAST_1)
            .credentialsProvider(ANYONE)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  @AfterAll
  static void stop() {
    tables.close();
    queues.close();
    events.close();
    running.close();
  }

  @Test
  void a_client_from_outside_reads_what_functions_write() {
    tables.putItem(put -> put.tableName("NotesTable").item(ITEM));

    var key = Map.of("pk", ITEM.get("pk"), "sk", ITEM.get("sk"));
    assertEquals(ITEM, tables.getItem(get -> get.tableName("NotesTable").key(key)).item());
    assertEquals(1, running.notes("a").size());
    assertTrue(tables.listTables().tableNames().contains("NotesTable"));
  }

  @Test
  void errors_keep_their_types() {
    tables.putItem(put -> put.tableName("NotesTable").item(ITEM));

    assertThrows(
        ConditionalCheckFailedException.class,
        () ->
            tables.putItem(put ->
                put.tableName("NotesTable")
                    .item(ITEM)
                    .conditionExpression("attribute_not_exists(pk)")));
    var write =
        TransactWriteItem.builder()
            .put(
                Put.builder()
                    .tableName("NotesTable")
                    .item(ITEM)
                    .conditionExpression("attribute_not_exists(pk)")
                    .build())
            .build();
    var failure =
        assertThrows(
            TransactionCanceledException.class,
            () -> tables.transactWriteItems(transaction -> transaction.transactItems(write)));
    assertEquals("ConditionalCheckFailed", failure.cancellationReasons().getFirst().code());
  }

  @Test
  void a_queue_address_leads_back_to_the_same_port() {
    var url = queues.getQueueUrl(get -> get.queueName("DeadLetters")).queueUrl();
    queues.sendMessage(send -> send.queueUrl(url).messageBody("hello"));

    assertEquals(running.runtime().url() + "/000000000000/DeadLetters", url);
    assertEquals(
        "hello",
        queues.receiveMessage(receive -> receive.queueUrl(url)).messages().getFirst().body());
  }

  @Test
  void a_message_from_outside_reaches_its_function() {
    var url = queues.getQueueUrl(get -> get.queueName("WorkQueue")).queueUrl();
    queues.sendMessage(send -> send.queueUrl(url).messageBody("outside"));
    assertTrue(running.runtime().settle());

    assertEquals(1, running.notes("work outside").size());
  }

  @Test
  void an_event_from_outside_reaches_its_function() {
    var answer = events.putEvents(put -> put.entries(news("{\"count\":2}"), news("no json")));
    assertTrue(running.runtime().settle());

    assertEquals(1, answer.failedEntryCount());
    assertEquals("MalformedDetail", answer.entries().get(1).errorCode());
    assertEquals(1, running.notes("heard Good").size());
  }

  @Test
  void the_bus_refuses_in_the_form_of_AWS() {
    var none = assertThrows(EventBridgeException.class, () -> events.putEvents(_ -> {}));
    var other = assertThrows(EventBridgeException.class, () -> events.listEventBuses(_ -> {}));

    assertEquals("ValidationException", none.awsErrorDetails().errorCode());
    assertEquals("UnknownOperationException", other.awsErrorDetails().errorCode());
    var request =
        running
            .request("/")
            .header("X-Amz-Target", "AWSEvents.PutEvents")
            .POST(HttpRequest.BodyPublishers.ofString("{"));
    var answer = running.send(request);
    assertEquals(400, answer.statusCode());
    assertEquals("SerializationException", Running.json(answer).path("__type").asText());
    assertEquals(
        "application/x-amz-json-1.1", answer.headers().firstValue("content-type").orElseThrow());
  }

  @Test
  void a_web_page_may_not_speak_to_the_engines() {
    var request =
        running
            .request("/")
            .header("X-Amz-Target", "DynamoDB_20120810.ListTables")
            .header("Origin", "http://localhost:3000")
            .POST(HttpRequest.BodyPublishers.ofString("{}"));

    assertEquals(403, running.send(request).statusCode());
  }

  private static PutEventsRequestEntry news(String detail) {
    return PutEventsRequestEntry.builder()
        .eventBusName("news")
        .source("fixture")
        .detailType("Good")
        .detail(detail)
        .build();
  }
}
