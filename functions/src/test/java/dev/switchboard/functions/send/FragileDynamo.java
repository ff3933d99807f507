package dev.switchboard.functions.send;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// Amazon's engine as a process that may die reaches it.
///
/// @param fenced whether the condition of a put is kept; without it nothing keeps two workers apart
record FragileDynamo(DynamoDbClient engine, Fragile fragile, boolean fenced)
    implements DynamoDbClient {

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return fragile.request(() -> engine.getItem(request));
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    var sent =
        fenced || !"version = :v".equals(request.conditionExpression())
            ? request
            : request.toBuilder().conditionExpression(null).expressionAttributeValues(null).build();
    return fragile.request(() -> engine.putItem(sent));
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return fragile.request(() -> engine.updateItem(request));
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return fragile.request(() -> engine.deleteItem(request));
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return fragile.request(() -> engine.query(request));
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return fragile.request(() -> engine.batchGetItem(request));
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return fragile.request(() -> engine.transactWriteItems(request));
  }

  @Override
  public String serviceName() {
    return engine.serviceName();
  }

  @Override
  public void close() {}
}
