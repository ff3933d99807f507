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

  /// The same, and what is changed is kept for its time from now on.
  Update kept(Retention retention) {
    var set = "SET " + Retention.ATTRIBUTE + " = :end";
    var more = new HashMap<>(values);
    more.put(":end", retention.end());
    return expression.startsWith("SET ")
        ? new Update(set + ", " + expression.substring(4), names, more)
        : new Update(set + " " + expression, names, more);
  }
}
