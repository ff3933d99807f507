package dev.switchboard.functions.aws;

import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How long items are kept after they were last written.
public record Retention(Duration kept, InstantSource clock) {

  /// Where DynamoDB finds when an item is to be deleted, in seconds since 1970.
  static final String ATTRIBUTE = "expires_at";

  /// The item, to be deleted when its time is over.
  Item applied(Item item) {
    return item.with(ATTRIBUTE, end());
  }

  /// When what is written now is to be deleted.
  AttributeValue end() {
    return Item.ofNumber(clock.instant().plus(kept).getEpochSecond());
  }
}
