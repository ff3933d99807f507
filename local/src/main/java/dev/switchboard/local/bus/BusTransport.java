package dev.switchboard.local.bus;

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

  private final BusProtocol bus;

  private BusTransport(BusProtocol bus) {
    this.bus = bus;
  }

  public static EventBridgeClient client(BusProtocol bus) {
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

  private BusProtocol.Answer answer(HttpExecuteRequest request) throws IOException {
    var target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
    try (var body = request.contentStreamProvider().orElseThrow().newStream()) {
      return bus.answer(target.substring(target.indexOf('.') + 1), body.readAllBytes());
    }
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
