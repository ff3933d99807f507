package dev.switchboard.local.bus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.functions.Json;
import dev.switchboard.local.http.InProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// EventBridge's JSON protocol over the bus; of its operations, PutEvents and DescribeEventBus.
public final class BusProtocol {

  /// @param status of HTTP
  public record Answer(int status, JsonNode body) {
    /// As it goes over a wire.
    public InProcess.Answer onWire() {
      return new InProcess.Answer(status, body.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  /// EventBridge's limit on one call.
  private static final int MOST_ENTRIES = 10;

  private final Bus bus;

  public BusProtocol(Bus bus) {
    this.bus = bus;
  }

  /// @param operation `PutEvents`, `DescribeEventBus`
  /// @param body JSON
  public Answer answer(String operation, byte[] body) {
    try {
      return switch (operation) {
        case "PutEvents" -> put(Json.MAPPER.readTree(body));
        case "DescribeEventBus" -> describe(Json.MAPPER.readTree(body));
        default -> refused("UnknownOperationException", operation + " is not served here");
      };
    } catch (JsonProcessingException e) {
      return refused("SerializationException", e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer put(JsonNode request) {
    var entries = request.path("Entries");
    if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
      return refused(
          "ValidationException",
          "Entries must have 1 to %d members: %d".formatted(MOST_ENTRIES, entries.size()));
    }
    var answer = Json.MAPPER.createObjectNode();
    var results = answer.putArray("Entries");
    var failed = 0;
    for (var entry : entries) {
      var result = put(entry, results.addObject());
      if (result.has("ErrorCode")) failed++;
    }
    answer.put("FailedEntryCount", failed);
    return new Answer(200, answer);
  }

  private Answer describe(JsonNode request) {
    var name = name(request.path("Name"));
    if (!bus.has(name))
      return refused("ResourceNotFoundException", "Event bus " + name + " does not exist.");
    return new Answer(200, Json.MAPPER.createObjectNode().put("Name", name));
  }

  /// Of a name or an ARN.
  private static String name(JsonNode given) {
    var bus = given.asText("default");
    return bus.substring(bus.lastIndexOf('/') + 1);
  }

  private ObjectNode put(JsonNode entry, ObjectNode result) {
    var bus = name(entry.path("EventBusName"));
    for (var needed : new String[] {"Source", "DetailType", "Detail"}) {
      if (entry.path(needed).asText("").isEmpty()) {
        return error(result, "InvalidArgument", "Parameter " + needed + " is not valid.");
      }
    }
    if (!this.bus.has(bus)) {
      return error(result, "InvalidArgument", "There is no bus " + bus + ".");
    }
    try {
      var detail = Json.MAPPER.readTree(entry.path("Detail").asText());
      if (!detail.isObject()) return error(result, "MalformedDetail", "Detail is malformed.");
      return result.put("EventId", this.bus.put(bus, entry, detail));
    } catch (JsonProcessingException e) {
      return error(result, "MalformedDetail", "Detail is malformed.");
    }
  }

  private static ObjectNode error(ObjectNode result, String code, String message) {
    return result.put("ErrorCode", code).put("ErrorMessage", message);
  }

  private static Answer refused(String type, String message) {
    return new Answer(
        400, Json.MAPPER.createObjectNode().put("__type", type).put("message", message));
  }
}
