package dev.switchboard.local.table;

import dev.switchboard.local.state.StartFailure;
import dev.switchboard.local.template.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/// The template's tables on the embedded engine.
public final class Tables implements AutoCloseable {

  private static final String FILE = "data.db";

  /// Items that a purge looks at in one request: nobody else gets into a table before it ends.
  private static final int LOOKED_AT = 100;

  private final AmazonDynamoDBLocal engine;
  private final DynamoDbClient client;

  private Tables(AmazonDynamoDBLocal engine) {
    this.engine = engine;
    this.client = InTurn.of(engine.dynamoDbClient());
  }

  /// @param folder where the engine keeps its file; absent: in memory
  public static Tables start(Optional<Path> folder) {
    if (folder.map(path -> Files.isDirectory(path.resolve(FILE))).orElse(false)) {
      throw new StartFailure(
          "data.db in the state folder is a folder, not a file: remove it, or start with another"
              + " --state.");
    }
    try {
      var engine =
          folder
              .map(path -> DynamoDBEmbedded.create(path.resolve(FILE).toFile(), true))
              .orElseGet(() -> DynamoDBEmbedded.create(true));
      var tables = new Tables(engine);
      tables.client.listTables();
      return tables;
    } catch (DynamoDbException e) {
      throw new StartFailure(
          "The table file data.db cannot be opened (%s): restore it, or start with another --state."
              .formatted(e.awsErrorDetails().errorMessage()),
          e);
    }
  }

  /// The engine's own client, each request in its turn: no bytes, no socket between.
  public DynamoDbClient client() {
    return client;
  }

  /// Makes the tables that are not there yet.
  public void make(List<Template.Table> tables) {
    make(client, tables);
  }

  /// Makes the tables that are not there yet, wherever the client leads.
  public static void make(DynamoDbClient client, List<Template.Table> tables) {
    var there = client.listTables().tableNames();
    for (var table : tables) {
      if (!there.contains(table.name())) client.createTable(request(table));
    }
  }

  private static CreateTableRequest request(Template.Table table) {
    var attributes = new HashMap<String, AttributeDefinition>();
    define(attributes, table.keys());
    table.indexes().forEach(index -> define(attributes, index.keys()));
    var request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(attributes.values())
            .keySchema(schema(table.keys()));
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(Tables::index).toList());
    }
    return request.build();
  }

  private static void define(Map<String, AttributeDefinition> found, Template.Keys keys) {
    var attributes = new ArrayList<>(List.of(keys.partition()));
    keys.sort().ifPresent(attributes::add);
    for (var each : attributes) {
      found.put(
          each.name(),
          AttributeDefinition.builder()
              .attributeName(each.name())
              .attributeType(each.type())
              .build());
    }
  }

  private static List<KeySchemaElement> schema(Template.Keys keys) {
    var elements = new ArrayList<KeySchemaElement>();
    elements.add(element(keys.partition(), KeyType.HASH));
    keys.sort().ifPresent(sort -> elements.add(element(sort, KeyType.RANGE)));
    return elements;
  }

  private static KeySchemaElement element(Template.Attribute attribute, KeyType type) {
    return KeySchemaElement.builder().attributeName(attribute.name()).keyType(type).build();
  }

  private static GlobalSecondaryIndex index(Template.Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(schema(index.keys()))
        .projection(projection -> {
          projection.projectionType(index.projection());
          if (!index.included().isEmpty()) projection.nonKeyAttributes(index.included());
        })
        .build();
  }

  /// Deletes what has expired by `now`; on AWS that takes up to days, so readers filter anyway.
  public void purge(List<Template.Table> tables, Instant now) {
    for (var table : tables) {
      table.timeToLive().ifPresent(attribute -> purge(table, attribute, now));
    }
  }

  private void purge(Template.Table table, String attribute, Instant now) {
    var limit = AttributeValue.fromN(Long.toString(now.getEpochSecond()));
    var pages =
        client.scanPaginator(scan ->
            scan.tableName(table.name())
                .limit(LOOKED_AT)
                .filterExpression("#expiry < :now")
                .expressionAttributeNames(Map.of("#expiry", attribute))
                .expressionAttributeValues(Map.of(":now", limit)));
    for (var item : pages.items()) {
      client.deleteItem(delete ->
          delete
              .tableName(table.name())
              .key(key(table, item))
              .conditionExpression("attribute_not_exists(#expiry) OR #expiry < :now")
              .expressionAttributeNames(Map.of("#expiry", attribute))
              .expressionAttributeValues(Map.of(":now", limit)));
    }
  }

  private static Map<String, AttributeValue> key(
      Template.Table table, Map<String, AttributeValue> item) {
    var key = new HashMap<String, AttributeValue>();
    var partition = table.keys().partition().name();
    key.put(partition, item.get(partition));
    table.keys().sort().ifPresent(sort -> key.put(sort.name(), item.get(sort.name())));
    return key;
  }

  @Override
  public void close() {
    engine.shutdownNow();
  }
}
