package dev.switchboard.functions.aws;

import dev.switchboard.functions.LocalStack;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/// Tables keyed by `pk` and `sk`: on Amazon's own engine, in memory, or at LocalStack where its
/// profile is on. Registered as an extension, they end with the tests of their class.
public final class DynamoEngine implements AutoCloseable, AfterAllCallback {

  private final List<String> tables;
  private final DynamoDbClient client;
  private final Runnable end;

  /// @param tables to be made
  public DynamoEngine(String... tables) {
    this.tables = List.of(tables);
    if (LocalStack.wanted()) {
      this.client = LocalStack.open().aws().dynamo();
      this.end = this::delete;
    } else {
      var engine = DynamoDBEmbedded.create();
      this.client = engine.dynamoDbClient();
      this.end = engine::shutdown;
    }
    this.tables.forEach(this::create);
  }

  public DynamoDbClient client() {
    return client;
  }

  @Override
  public void close() {
    end.run();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  private void create(String table) {
    var _ =
        client.createTable(create ->
            create
                .tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(List.of(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)))
                .attributeDefinitions(List.of(text("pk"), text("sk"))));
  }

  private void delete() {
    for (var table : tables) client.deleteTable(delete -> delete.tableName(table));
    client.close();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }
}
