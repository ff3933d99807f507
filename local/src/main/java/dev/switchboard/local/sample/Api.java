package dev.switchboard.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import dev.switchboard.local.state.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/// A client of a running instance, as anybody could write one: HTTP, JSON and the token of a
/// ready-made person.
public final class Api implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String person;
  private String token = "";

  /// @param url without a slash at its end
  /// @param person id of a ready-made person
  public Api(String url, String person) {
    this.url = url;
    this.person = person;
  }

  /// @param body null node if it is not JSON
  /// @param replayed whether it is the answer to an earlier request with the same key
  /// @param retryAfter when trying again may work; zero: not by waiting
  public record Answer(int status, JsonNode body, boolean replayed, Duration retryAfter) {

    /// The body.
    ///
    /// @throws StartFailure telling the problem, if the status is another
    public JsonNode expect(int wanted) {
      if (status == wanted) return body;
      throw new StartFailure(String.join("\n", ProblemText.lines(status, body)));
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer put(String path, String json) {
    return send(
        request(path)
            .header("content-type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  /// @param key names the request, so that repeating it does not act twice
  public Answer post(String path, String type, String body, String key) {
    return send(
        request(path)
            .header("content-type", type)
            .header("idempotency-key", key)
            .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
  }

  /// What the clock of the instance says.
  public Instant now() {
    return Instant.parse(get("/dev/clock").expect(200).path("now").asText());
  }

  /// Moves the clock of the instance; returns when all that fell due has happened.
  public void advance(Duration by) {
    send(HttpRequest.newBuilder(URI.create(url + "/dev/clock"))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString("{\"advance\":\"%s\"}".formatted(by))))
        .expect(200);
  }

  private HttpRequest.Builder request(String path) {
    if (token.isEmpty()) token = signIn();
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("authorization", "Bearer " + token);
  }

  private String signIn() {
    var uri = URI.create(url + "/dev/token?person=" + person);
    return send(HttpRequest.newBuilder(uri)).expect(200).path("token").asText();
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      var answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(),
          body(answer),
          answer.headers().firstValue("idempotent-replayed").isPresent(),
          Duration.ofSeconds(answer.headers().firstValueAsLong("retry-after").orElse(0)));
    } catch (IOException e) {
      throw new StartFailure("Nothing answers at %s: start it, then try again.".formatted(url), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("Stopped while waiting for an answer.", e);
    }
  }

  private static JsonNode body(HttpResponse<String> answer) {
    var json = answer.headers().firstValue("content-type").orElse("").contains("json");
    return Json.tree(json ? answer.body() : "null");
  }

  @Override
  public void close() {
    http.close();
  }
}
