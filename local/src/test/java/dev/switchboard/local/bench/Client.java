package dev.switchboard.local.bench;

import dev.switchboard.local.EmbeddedRuntime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A manager who speaks to the embedded runtime over HTTP.
public record Client(EmbeddedRuntime runtime, HttpClient http) implements AutoCloseable {

  /// What is answered for a function that was too slow, and while it still runs.
  private static final Set<Integer> COME_AGAIN = Set.of(503, 409);

  /// Most times that a request is made again.
  private static final int PATIENCE = 60;

  public static Client of(EmbeddedRuntime runtime) {
    return new Client(runtime, HttpClient.newHttpClient());
  }

  /// @param attested channels that the owner attests consent to, as JSON
  public void settings(String attested) throws IOException, InterruptedException {
    var body =
        """
        {"sender": {"company": "Acme", "postal_address": "1 Main St, New York, NY 10001"},
         "attested": %s}
        """
            .formatted(attested);
    var _ = send(request("/api/smart-send/settings").PUT(BodyPublishers.ofString(body)));
  }

  /// An order of leads with a phone number and an address each, as JSON.
  public static String order(String goal, IntStream numbers) {
    return numbers
        .mapToObj(Client::lead)
        .collect(Collectors.joining(",", "{\"goal\": \"" + goal + "\", \"leads\": [", "]}"));
  }

  private static String lead(int number) {
    return """
    {"id": "lead-%1$d", "name": "Lead %1$d", "phone": "+1212%2$07d",
     "email": "lead-%1$d@example.org", "score": %3$d}
    """
        .formatted(number, 2_000_000 + number, 1 + number % 10);
  }

  public String post(String path, String json) throws IOException, InterruptedException {
    return send(request(path).POST(BodyPublishers.ofString(json)));
  }

  /// Posts, and again with the same key while the gateway gave up waiting, as any caller would.
  String insist(String path, String json) throws IOException, InterruptedException {
    var request =
        request(path)
            .header("idempotency-key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(json))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    for (int again = 0; again < PATIENCE && COME_AGAIN.contains(answer.statusCode()); again++) {
      Thread.sleep(Duration.ofSeconds(2));
      answer = http.send(request, BodyHandlers.ofString());
    }
    return body(answer);
  }

  String get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  /// The latest execution, in a list.
  String latest() throws IOException, InterruptedException {
    return get("/api/smart-send?limit=1");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(runtime.url() + path))
        .header("authorization", "Bearer " + runtime.token("manager"))
        .header("content-type", "application/json");
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return body(http.send(request.build(), BodyHandlers.ofString()));
  }

  private static String body(HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) throw new IllegalStateException(answer.body());
    return answer.body();
  }

  @Override
  public void close() {
    http.close();
  }
}
