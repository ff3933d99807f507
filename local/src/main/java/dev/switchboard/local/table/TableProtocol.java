package dev.switchboard.local.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.dynamodb.services.local.shared.mapper.DynamoDbObjectMapper;

/// DynamoDB's JSON protocol over the embedded client, for the AWS CLI and other processes.
///
/// The engine's own HTTP server is not used: it binds to every interface.
public final class TableProtocol {

  private record Operation<T>(Class<T> request, Function<T, Object> call) {
    JsonNode apply(ObjectMapper mapper, byte[] body) throws IOException {
      return mapper.valueToTree(call.apply(mapper.readValue(body, request)));
    }
  }

  /// @param status of HTTP
  // Bytes pass through; they are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  public record Answer(int status, byte[] body) {}

  private static final String NAMESPACE = "com.amazonaws.dynamodb.v20120810#";

  private final ObjectMapper mapper = new DynamoDbObjectMapper();
  private final Map<String, Operation<?>> operations;

  public TableProtocol(DynamoDbClient client) {
    this.operations =
        Map.ofEntries(
            entry("BatchGetItem", BatchGetItemRequest.class, client::batchGetItem),
            entry("BatchWriteItem", BatchWriteItemRequest.class, client::batchWriteItem),
            entry("CreateTable", CreateTableRequest.class, client::createTable),
            entry("DeleteItem", DeleteItemRequest.class, client::deleteItem),
            entry("DeleteTable", DeleteTableRequest.class, client::deleteTable),
            entry("DescribeTable", DescribeTableRequest.class, client::describeTable),
            entry("ExecuteStatement", ExecuteStatementRequest.class, client::executeStatement),
            entry("GetItem", GetItemRequest.class, client::getItem),
            entry("ListTables", ListTablesRequest.class, client::listTables),
            entry("PutItem", PutItemRequest.class, client::putItem),
            entry("Query", QueryRequest.class, client::query),
            entry("Scan", ScanRequest.class, client::scan),
            entry("TransactGetItems", TransactGetItemsRequest.class, client::transactGetItems),
            entry(
                "TransactWriteItems", TransactWriteItemsRequest.class, client::transactWriteItems),
            entry("UpdateItem", UpdateItemRequest.class, client::updateItem));
  }

  private static <T> Map.Entry<String, Operation<?>> entry(
      String name, Class<T> request, Function<T, Object> call) {
    return Map.entry(name, new Operation<>(request, call));
  }

  /// @param operation `GetItem`, …
  /// @param body JSON
  public Answer answer(String operation, byte[] body) {
    var known = operations.get(operation);
    if (known == null) {
      return error("UnknownOperationException", operation + " is not served here", Map.of());
    }
    try {
      return new Answer(200, mapper.writeValueAsBytes(known.apply(mapper, body)));
    } catch (TransactionCanceledException e) {
      return error(e, Map.of("CancellationReasons", e.cancellationReasons()));
    } catch (DynamoDbException e) {
      return error(e, Map.of());
    } catch (JsonProcessingException e) {
      return error("SerializationException", e.getOriginalMessage(), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer error(DynamoDbException failure, Map<String, Object> more) {
    var details = failure.awsErrorDetails();
    return error(details.errorCode(), details.errorMessage(), more);
  }

  private Answer error(String code, String message, Map<String, Object> more) {
    try {
      var body = new LinkedHashMap<String, Object>(more);
      body.put("__type", NAMESPACE + code);
      body.put("message", message);
      return new Answer(400, mapper.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
