package dev.switchboard.local.vendors;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.local.vendors.Conduct.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// One vendor on a loopback port of its own.
final class Desk implements AutoCloseable {

  private static final int BACKLOG = 1_024;

  private final Vendor vendor;
  private final Conduct conduct;
  private final Journal journal;
  private final Tunnel tunnel;
  private final InstantSource clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Map<String, Taken> keys = new HashMap<>();
  private int count;

  Desk(Vendor vendor, Conduct conduct, Journal journal, Tunnel tunnel, InstantSource clock) {
    this.vendor = vendor;
    this.conduct = conduct;
    this.journal = journal;
    this.tunnel = tunnel;
    this.clock = clock;
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  Map<String, String> environment() {
    return vendor.environment("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var asked = Asked.of(exchange);
      if (asked.method().equals("GET"))
        answer(exchange, conduct.look(vendor.channel()), vendor.look(asked, journal));
      else take(exchange, asked);
    }
  }

  private void take(HttpExchange exchange, Asked asked) throws IOException {
    journal.objected(vendor.wrong(asked));
    var ask = vendor.ask(asked);
    var mishap = conduct.mishap(ask, journal.asked(ask));
    conduct.passes(Moment.ASKED);
    var reply =
        mishap.taken()
            ? vendor.took(taken(ask, asked.header("Idempotency-Key")))
            : vendor.refusal(mishap);
    conduct.passes(Moment.TAKEN);
    answer(exchange, mishap, reply);
    conduct.passes(Moment.ANSWERED);
  }

  private void answer(HttpExchange exchange, Mishap mishap, Vendor.Reply reply) throws IOException {
    switch (mishap) {
      case NONE, BUSY, ERROR, OPTED_OUT, BAD_ADDRESS, NOT_YOURS -> write(exchange, reply);
      case LOST -> write(exchange, vendor.refusal(Mishap.ERROR));
      case BROKEN -> writeHalf(exchange, reply);
      case RESET, CUT -> {}
      case SILENCE -> awaitEnd();
    }
  }

  /// @param key under which a message is taken once; empty text: none
  private synchronized Taken taken(Ask ask, String key) {
    if (keys.containsKey(key)) return keys.get(key);
    var id = vendor.id(++count);
    var ending = conduct.ending(ask, journal.taken(ask.mid()) + 1);
    var taken = journal.took(new Taken(ask, id, ending, clock.instant()));
    if (!key.isEmpty()) keys.put(key, taken);
    tunnel.tell(vendor.news(taken, conduct.reply(ask).orElse("")));
    return taken;
  }

  private static void write(HttpExchange exchange, Vendor.Reply reply) throws IOException {
    var bytes = reply.body().getBytes(UTF_8);
    exchange.getResponseHeaders().set("content-type", "application/json");
    if (reply.status() == 429) exchange.getResponseHeaders().set("retry-after", "1");
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void writeHalf(HttpExchange exchange, Vendor.Reply reply) throws IOException {
    var bytes = reply.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
  }

  private void awaitEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
