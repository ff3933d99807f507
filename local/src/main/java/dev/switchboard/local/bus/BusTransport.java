package dev.switchboard.local.bus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.functions.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/// The wire between the SDK's EventBridge client and the bus, without a wire: the client serialises
/// and reads typed errors as ever, and nothing leaves the process.
public final class BusTransport implements SdkHttpClient {

  /// EventBridge's limit on one call.
  private static final int MOST_ENTRIES = 10;

  private record Answer(int status, JsonNode body) {}

  private final Bus bus;

  private BusTransport(Bus bus) {
    this.bus = bus;
  }

  public static EventBridgeClient client(Bus bus) {
    return EventBridgeClient.builder()
        .endpointOverride(URI.create("http://events.local"))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(new BusTransport(bus))
        .build();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        var answer = answer(request);
        var bytes = answer.body().toString().getBytes(StandardCharsets.UTF_8);
        return HttpExecuteResponse.builder()
            .response(
                SdkHttpResponse.builder()
                    .statusCode(answer.status())
                    .putHeader("content-type", "application/x-amz-json-1.1")
                    .putHeader("content-length", Integer.toString(bytes.length))
                    .build())
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
            .build();
      }

      @Override
      public void abort() {
        // Nothing is under way once call() has returned.
      }
    };
  }

  private Answer answer(HttpExecuteRequest request) throws IOException {
    var target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
    if (!target.equals("AWSEvents.PutEvents")) {
      return refused("UnknownOperationException", target + " is not served here");
    }
    var body = request.contentStreamProvider().orElseThrow().newStream();
    try (body) {
      return put(Json.MAPPER.readTree(body));
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

  private ObjectNode put(JsonNode entry, ObjectNode result) {
    var bus = entry.path("EventBusName").asText("default");
    bus = bus.substring(bus.lastIndexOf('/') + 1);
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

  @Override
  public void close() {
    // Nothing is open.
  }
}
