package dev.switchboard.functions.providers.http;

import dev.switchboard.functions.providers.http.Answer.Answered;
import dev.switchboard.functions.providers.http.Answer.Lost;
import dev.switchboard.functions.providers.http.Answer.NotSent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Makes single requests over HTTP/1.1: no redirect, no second try, an end to time and size.
///
/// Each request has a connection of its own. A kept one that the other side closed meanwhile would
/// make a message unclear that could have left, and none outlives a snapshot. HTTP/1.1 sends the
/// body after the head, so a body that nobody asked for never left, whatever went wrong.
///
/// @param limits for every request
public record OneRequest(Limits limits) {

  /// @param connect until connected
  /// @param whole from the call to the last byte of the answer
  /// @param bytes longest body of an answer
  public record Limits(Duration connect, Duration whole, int bytes) {
    public static final Limits DEFAULT =
        new Limits(Duration.ofSeconds(2), Duration.ofSeconds(8), 4 * 1024 * 1024);
  }

  public static OneRequest bounded() {
    return new OneRequest(Limits.DEFAULT);
  }

  /// Asks for something; the JDK asks again if the connection ends before the first byte of the
  /// answer, which changes nothing.
  public Answer get(URI uri, Map<String, String> headers) {
    return exchange(builder(uri, headers).GET().build(), () -> true);
  }

  /// Hands something over, once.
  public Answer post(URI uri, Map<String, String> headers, String body) {
    var watched = new Watched(BodyPublishers.ofString(body));
    return exchange(builder(uri, headers).POST(watched).build(), () -> watched.begun);
  }

  private static HttpRequest.Builder builder(URI uri, Map<String, String> headers) {
    var builder = HttpRequest.newBuilder(uri);
    headers.forEach(builder::header);
    return builder;
  }

  /// Tells whether its bytes were asked for.
  private static final class Watched implements BodyPublisher {
    private final BodyPublisher body;
    private volatile boolean begun;

    Watched(BodyPublisher body) {
      this.body = body;
    }

    @Override
    public long contentLength() {
      return body.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
      begun = true;
      body.subscribe(subscriber);
    }
  }

  @FunctionalInterface
  private interface Begun {
    boolean now();
  }

  private Answer exchange(HttpRequest request, Begun begun) {
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.connect())
            .executor(Thread::startVirtualThread)
            .build();
    try {
      var body = BodyHandlers.limiting(BodyHandlers.ofString(), limits.bytes());
      return awaited(client.sendAsync(request, body), begun);
    } finally {
      client.shutdownNow();
    }
  }

  /// The client's own timeout ends with the head of an answer; this one with its last byte.
  private Answer awaited(CompletableFuture<HttpResponse<String>> pending, Begun begun) {
    try {
      var response = pending.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS);
      return new Answered(response.statusCode(), retryAfter(response), response.body());
    } catch (TimeoutException _) {
      return failed(begun, "no whole answer within " + limits.whole().toMillis() + " ms");
    } catch (ExecutionException e) {
      return failed(begun, cause(e.getCause()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return failed(begun, "interrupted");
    }
  }

  private static Answer failed(Begun begun, String cause) {
    return begun.now() ? new Lost(cause) : new NotSent(cause);
  }

  private static String cause(Throwable failure) {
    var message = failure.getMessage();
    return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }

  private static Optional<Duration> retryAfter(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("retry-after")
        .filter(value -> value.matches("[0-9]{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }
}
