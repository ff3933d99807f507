package dev.switchboard.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Lambda's Runtime API on loopback, for one process: hands it one event at a time and keeps what
/// it says ([the API](https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html)).
final class RuntimeApi implements AutoCloseable {

  /// What a process said.
  ///
  /// @param what last part of the path: `response` for an answer, else `error`, or `exit`, or
  ///   `checkpoint` when it is ready for its snapshot
  record Said(String what, String body) {}

  private final String functionArn;
  private final Duration timeout;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();
  private final CountDownLatch restored = new CountDownLatch(1);

  private RuntimeApi(HttpServer server, String function, Duration timeout) {
    this.server = server;
    this.functionArn = "arn:aws:lambda:us-east-1:000000000000:function:%s:live".formatted(function);
    this.timeout = timeout;
  }

  /// @param timeout of one call, as the function is told it
  static RuntimeApi start(String function, Duration timeout) {
    try {
      var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
      var api = new RuntimeApi(HttpServer.create(address, 0), function, timeout);
      api.server.setExecutor(api.threads);
      api.server.createContext("/", api::handle);
      api.server.start();
      return api;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What `AWS_LAMBDA_RUNTIME_API` says.
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  void give(String event) {
    events.add(event);
  }

  /// Answers a process that waits for the end of its snapshot.
  void restore() {
    restored.countDown();
  }

  void exited(int code) {
    said.add(new Said("exit", Integer.toString(code)));
  }

  /// The next thing said.
  ///
  /// @return `silence` when there is none within the time
  Said next(Duration atMost) throws InterruptedException {
    var next = said.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    return next == null ? new Said("silence", atMost.toString()) : next;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (path.endsWith("/runtime/invocation/next")) {
        hand(exchange);
      } else if (path.endsWith("/runtime/restore/next")) {
        said.add(new Said("checkpoint", body));
        restored.await();
        exchange.sendResponseHeaders(200, -1);
      } else {
        said.add(new Said(path.substring(path.lastIndexOf('/') + 1), body));
        exchange.sendResponseHeaders(202, -1);
      }
    } catch (InterruptedException e) {
      // Closing: nobody waits for this answer any more.
      Thread.currentThread().interrupt();
    }
  }

  private void hand(HttpExchange exchange) throws IOException, InterruptedException {
    var event = events.take().getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
    headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
    headers.set(
        "Lambda-Runtime-Deadline-Ms", Long.toString(Instant.now().plus(timeout).toEpochMilli()));
    exchange.sendResponseHeaders(200, event.length);
    exchange.getResponseBody().write(event);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
