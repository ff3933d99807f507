package dev.switchboard.local.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;

/// The wire between a client of the SDK and a protocol of ours, without a wire: the client
/// serialises and reads typed errors as ever, and nothing leaves the process.
public final class InProcess implements SdkHttpClient {

  /// A JSON protocol of AWS's.
  @FunctionalInterface
  public interface Protocol {
    /// @param operation as the target names it, without the service
    Answer answer(String operation, byte[] body);
  }

  /// @param status of HTTP
  // Bytes pass through; they are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  public record Answer(int status, byte[] body) {}

  private final Protocol protocol;

  private InProcess(Protocol protocol) {
    this.protocol = protocol;
  }

  /// The client that a builder makes, led to the protocol.
  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, Protocol protocol) {
    return builder
        .endpointOverride(URI.create("http://in-process.local"))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(new InProcess(protocol))
        .build();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        var answer = answer(request);
        return HttpExecuteResponse.builder()
            .response(
                SdkHttpResponse.builder()
                    .statusCode(answer.status())
                    .putHeader("content-type", "application/x-amz-json-1.1")
                    .putHeader("content-length", Integer.toString(answer.body().length))
                    .build())
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer.body())))
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
    try (var body = request.contentStreamProvider().orElseThrow().newStream()) {
      return protocol.answer(target.substring(target.indexOf('.') + 1), body.readAllBytes());
    }
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
