package dev.switchboard.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.functions.Trouble;
import dev.switchboard.local.state.StartFailure;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The loopback HTTP server. It answers to loopback names only, so that no page elsewhere can reach
/// it under a name of its own.
public final class Server implements AutoCloseable {

  /// API Gateway's limit on a body, in bytes.
  private static final int LARGEST_BODY = 10 * 1024 * 1024;

  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Consumer<String> log;

  private Server(HttpServer server, Consumer<String> log) {
    this.server = server;
    this.log = log;
  }

  /// Takes the port; nothing is answered until [#serve].
  ///
  /// @param port 0 for any free one
  /// @param log takes one line per trouble of our own
  public static Server bind(int port, Consumer<String> log) {
    // Without this each answer on a kept connection waits 40 ms for the client's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
      return new Server(HttpServer.create(address, 1024), log);
    } catch (BindException e) {
      throw new StartFailure(
          "Port %d is in use: stop what runs there, or choose another with --port.".formatted(port),
          e);
    } catch (IOException e) {
      throw new StartFailure(
          "Port %d cannot be opened (%s): choose another with --port."
              .formatted(port, e.getMessage()),
          e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /// Begins to answer.
  ///
  /// @param pages asked in this order
  public void serve(List<Pages> pages) {
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, List.copyOf(pages)));
    server.start();
  }

  private void handle(HttpExchange exchange, List<Pages> pages) throws IOException {
    try (exchange) {
      send(exchange, reply(exchange, pages));
    }
  }

  private Reply reply(HttpExchange exchange, List<Pages> pages) throws IOException {
    var headers = new HashMap<String, List<String>>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    var host = headers.getOrDefault("host", List.of("")).getFirst();
    if (!LOOPBACK.matcher(host).matches()) return Reply.message(403, "Forbidden");
    var body = body(exchange);
    if (body.isEmpty()) return Reply.message(413, "Request Entity Too Large");
    try {
      var request = request(exchange, headers, body.get());
      request.query();
      return pages.stream()
          .flatMap(each -> each.answer(request).stream())
          .findFirst()
          .orElseGet(() -> Reply.message(404, "Not Found"));
    } catch (IllegalArgumentException e) {
      return Reply.message(400, "Bad Request");
    } catch (RuntimeException e) {
      // The last place before the socket: the caller gets an answer, the terminal the reason. Not
      // the address, which may hold a person's own or a token.
      log.accept("%s failed: %s".formatted(exchange.getRequestMethod(), Trouble.line(e)));
      return Reply.message(500, "Internal Server Error");
    }
  }

  private static Request request(
      HttpExchange exchange, Map<String, List<String>> headers, byte[] body) {
    var uri = exchange.getRequestURI();
    var rawPath = Optional.ofNullable(uri.getRawPath()).filter(path -> !path.isEmpty()).orElse("/");
    return new Request(
        exchange.getRequestMethod(),
        URLDecoder.decode(rawPath.replace("+", "%2B"), StandardCharsets.UTF_8),
        Optional.ofNullable(uri.getRawQuery()).orElse(""),
        headers,
        body);
  }

  /// @return empty when it is too large; it is read to its end all the same, so that the client can
  ///   read the answer
  private static Optional<byte[]> body(HttpExchange exchange) throws IOException {
    var in = exchange.getRequestBody();
    var body = in.readNBytes(LARGEST_BODY + 1);
    if (body.length <= LARGEST_BODY) return Optional.of(body);
    var _ = in.skip(8L * LARGEST_BODY);
    return Optional.empty();
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    reply
        .headers()
        .forEach((name, values) -> exchange.getResponseHeaders().put(name, List.copyOf(values)));
    var bodiless =
        exchange.getRequestMethod().equals("HEAD")
            || reply.status() == 204
            || reply.status() == 304
            || reply.body().length == 0;
    exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : reply.body().length);
    if (!bodiless) exchange.getResponseBody().write(reply.body());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
