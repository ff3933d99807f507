package dev.switchboard.functions;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// An account of its own at LocalStack: at the address in `AWS_ENDPOINT_URL`, else in a container
/// that is started once a process and ends with it.
///
/// @param account twelve digits, which LocalStack takes from the access key
public record LocalStack(URI endpoint, String account) {

  /// The last image that asks for no token.
  private static final String IMAGE = "localstack/localstack:4.14.0";

  private static final String NAME = "AWS_ENDPOINT_URL";

  private static final class Container {
    static final URI ENDPOINT = start();

    private static URI start() {
      var container = new LocalStackContainer(DockerImageName.parse(IMAGE));
      container.start();
      return container.getEndpoint();
    }
  }

  /// A new account.
  public static LocalStack open() {
    var account = ThreadLocalRandom.current().nextLong(100_000_000_000L, 1_000_000_000_000L);
    var endpoint = named().map(URI::create).orElseGet(() -> Container.ENDPOINT);
    return new LocalStack(endpoint, Long.toString(account));
  }

  /// Whether the tests of this process are to use it: in the profile `localstack`.
  public static boolean wanted() {
    return Boolean.getBoolean("switchboard.localstack");
  }

  /// Ends with 1 and says what to do where there is none to be had.
  public static void main(String[] args) {
    missing()
        .ifPresent(sentence -> {
          System.err.println(sentence);
          System.exit(1);
        });
  }

  private static Optional<String> missing() {
    if (named().isPresent())
      return named()
          .filter(url -> !answers(url))
          .map(url ->
              "Nothing answers at %s, which is in %s: start LocalStack there, or unset it and start a Docker engine."
                  .formatted(url, NAME));
    return DockerClientFactory.instance().isDockerAvailable()
        ? Optional.empty()
        : Optional.of(
            "There is no LocalStack: start a Docker engine, or set %s to where one runs, for example http://127.0.0.1:4566."
                .formatted(NAME));
  }

  private static Optional<String> named() {
    return Optional.ofNullable(System.getenv(NAME)).filter(url -> !url.isBlank());
  }

  private static boolean answers(String url) {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(10));
      client.send(request.build(), BodyHandlers.discarding());
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public Aws aws() {
    var events = here(EventBridgeClient.builder()).build();
    return new Aws(
        here(DynamoDbClient.builder()).build(),
        here(SqsClient.builder()).build(),
        () -> events,
        () -> here(SfnClient.builder()).build());
  }

  private <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B here(B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(account, "test")))
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }
}
