package dev.switchboard.functions.aws;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What an update changes, in DynamoDB's own words.
public record Update(
    String expression, Map<String, String> names, Map<String, AttributeValue> values) {

  Update(String expression, Map<String, AttributeValue> values) {
    this(expression, Map.of(), new HashMap<>(values));
  }
}
