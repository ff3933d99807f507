package dev.switchboard.functions.providers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A provider on a loopback socket, which behaves as it is told and counts whole requests.
final class Stub implements AutoCloseable {

  private static final Duration DRIP = Duration.ofSeconds(1);

  /// What it does with a request.
  sealed interface Conduct {
    /// @param headers further lines of the head
    record Reply(int status, String headers, String body) implements Conduct {}

    /// Answers 200 with what stands for the part of the path that is asked for, else 404.
    ///
    /// @param bodies by how the path ends, query and all
    record Paths(Map<String, String> bodies) implements Conduct {}

    /// Hangs up before it read anything.
    record ResetBefore() implements Conduct {}

    /// Reads all and hangs up.
    record ResetAfter() implements Conduct {}

    /// Reads all and never answers.
    record Silence() implements Conduct {}

    /// One byte of the answer a second.
    record Drip(String body) implements Conduct {}

    /// Half of the answer, then the end.
    record Truncated(String body) implements Conduct {}
  }

  /// @param head first line and headers
  record Request(String head, String body) {

    String line() {
      return head.lines().findFirst().orElse("");
    }

    String header(String name) {
      var prefix = name.toLowerCase(Locale.ROOT) + ":";
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
          .map(line -> line.substring(prefix.length()).strip())
          .findFirst()
          .orElse("");
    }
  }

  private final Conduct conduct;
  private final ServerSocket server;
  private final List<Request> requests = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);

  Stub(Conduct conduct) {
    this.conduct = conduct;
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  static Stub replying(int status, String body) {
    return new Stub(new Conduct.Reply(status, "", body));
  }

  /// An address at which nobody listens: its port is taken, so that nobody else comes to it.
  static String nobody() {
    return "http://127.0.0.1:" + Silent.SOCKET.getLocalPort();
  }

  private static final class Silent {
    static final Socket SOCKET = bound();

    private static Socket bound() {
      try {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return socket;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /// Whole requests so far.
  List<Request> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  private void accept() {
    while (over.getCount() > 0) {
      try {
        var socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      if (conduct instanceof Conduct.ResetBefore) {
        reset(socket);
        return;
      }
      var request = read(socket.getInputStream());
      synchronized (requests) {
        requests.add(request);
      }
      answer(socket, request);
    } catch (IOException _) {
      return;
    }
  }

  private void answer(Socket socket, Request request) throws IOException {
    switch (conduct) {
      case Conduct.Paths(var bodies) -> write(socket, bytes(bodies, request));
      case Conduct.Reply(var status, var headers, var body) ->
          write(socket, bytes(status, headers, body));
      case Conduct.ResetBefore _, Conduct.ResetAfter _ -> reset(socket);
      case Conduct.Silence _ -> idle(Duration.ofMinutes(1));
      case Conduct.Drip(var body) -> {
        for (var each : bytes(200, "", body)) {
          write(socket, new byte[] {each});
          if (idle(DRIP)) return;
        }
      }
      case Conduct.Truncated(var body) -> {
        var whole = bytes(200, "", body);
        write(socket, Arrays.copyOf(whole, whole.length - 5));
      }
    }
  }

  private static byte[] bytes(Map<String, String> bodies, Request request) {
    var path = request.line().split(" ")[1];
    return bodies.entrySet().stream()
        .filter(body -> path.endsWith(body.getKey()))
        .findFirst()
        .map(body -> bytes(200, "", body.getValue()))
        .orElseGet(() -> bytes(404, "", "{}"));
  }

  private static byte[] bytes(int status, String headers, String body) {
    var length = body.getBytes(UTF_8).length;
    var head =
        "HTTP/1.1 %d Said\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\n\r\n"
            .formatted(status, headers, length);
    return (head + body).getBytes(UTF_8);
  }

  private static void write(Socket socket, byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  private static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
  }

  /// @return whether it was closed meanwhile
  private boolean idle(Duration time) {
    try {
      return over.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static Request read(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      var next = in.read();
      if (next < 0) throw new IOException("no whole head");
      head.append((char) next);
    }
    var request = new Request(head.toString(), "");
    var length = request.header("content-length");
    var body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
    return new Request(
        new String(head.toString().getBytes(ISO_8859_1), UTF_8), new String(body, UTF_8));
  }

  @Override
  public void close() {
    over.countDown();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
