package dev.switchboard.local.bench;

import dev.switchboard.local.EmbeddedRuntime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A manager who speaks to the embedded runtime over HTTP.
public record Client(EmbeddedRuntime runtime, HttpClient http) implements AutoCloseable {

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
    var answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) throw new IllegalStateException(answer.body());
    return answer.body();
  }

  @Override
  public void close() {
    http.close();
  }
}
