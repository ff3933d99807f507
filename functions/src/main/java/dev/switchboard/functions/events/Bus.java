package dev.switchboard.functions.events;

import dev.switchboard.Unavailable;
import dev.switchboard.functions.Json;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/// The EventBridge bus that events are told on.
///
/// @param name the bus's name
public record Bus(Supplier<EventBridgeClient> client, String name) {

  private static final String SOURCE = "switchboard";

  /// Asks whether the bus is there.
  ///
  /// @throws Unavailable if it is not
  public void look() {
    try {
      var _ = client.get().describeEventBus(request -> request.name(name));
    } catch (SdkException e) {
      throw new Unavailable("bus " + name, e);
    }
  }

  /// @throws Unavailable if the bus did not take it
  public void tell(Event event) {
    try {
      var entry =
          PutEventsRequestEntry.builder()
              .eventBusName(name)
              .source(SOURCE)
              .detailType(event.getClass().getSimpleName())
              .detail(Json.text(event))
              .build();
      var answer = client.get().putEvents(PutEventsRequest.builder().entries(entry).build());
      if (answer.failedEntryCount() > 0)
        throw new Unavailable("bus: " + answer.entries().getFirst().errorMessage(), null);
    } catch (SdkException e) {
      throw new Unavailable("bus " + name, e);
    }
  }
}
