package dev.switchboard.functions.send;

import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/// A bus that remembers the names of the events it was told.
record Told(List<String> told, Fragile fragile) implements EventBridgeClient {
  @Override
  public PutEventsResponse putEvents(PutEventsRequest request) {
    return fragile.request(() -> {
      request.entries().forEach(entry -> told.add(entry.detailType()));
      return PutEventsResponse.builder().failedEntryCount(0).build();
    });
  }

  @Override
  public String serviceName() {
    return "events";
  }

  @Override
  public void close() {}
}
