package dev.switchboard.functions.aws;

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
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/// Amazon's own engine, in memory, with tables keyed by `pk` and `sk`; registered as an extension,
/// it ends with the tests of its class.
public final class EmbeddedDynamo implements AutoCloseable, AfterAllCallback {

  private final AmazonDynamoDBLocal engine = DynamoDBEmbedded.create();
  private final DynamoDbClient client = engine.dynamoDbClient();

  /// @param tables to be made
  public EmbeddedDynamo(String... tables) {
    for (var table : tables) create(table);
  }

  public DynamoDbClient client() {
    return client;
  }

  @Override
  public void close() {
    engine.shutdown();
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
