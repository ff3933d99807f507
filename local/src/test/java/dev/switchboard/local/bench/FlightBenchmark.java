package dev.switchboard.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import dev.switchboard.local.EmbeddedRuntime;
import dev.switchboard.local.RuntimeOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Prints how long many leads take that are all on their way at once, from their approval until the
/// last is delivered, and what the process holds meanwhile: ten times as many leads should take ten
/// times as long and no more memory of ours.
///
/// Arguments: how many leads, a multiple of 5,000, one run each; default 5000 10000.
final class FlightBenchmark {

  /// Most leads of one order.
  private static final int ORDER = 5_000;

  /// Monday, 13:00 in New York: all are sent at once.
  private static final Instant MONDAY = Instant.parse("2026-11-23T18:00:00Z");

  /// Longer than any report of the outbox takes, shorter than what a chain waits.
  private static final Duration REPORTS = Duration.ofMinutes(3);

  private FlightBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var counts = arguments.length == 0 ? List.of("5000", "10000") : List.of(arguments);
    for (var leads : counts) measure(Integer.parseInt(leads));
  }

  private static void measure(int leads) throws IOException, InterruptedException {
    var options =
        RuntimeOptions.inMemory(Path.of("..", "template.yaml"))
            .withFreshTime(MONDAY)
            .withEnvironment(Map.of("PUBLIC_URL", "${url}"));
    try (var runtime = EmbeddedRuntime.start(options);
        var client = Client.of(runtime)) {
      client.settings("[]"); // so that all are sent an e-mail
      var before = heap();
      var begin = System.nanoTime();
      for (int from = 0; from < leads; from += ORDER) accept(client, from);
      var accepted = seconds(begin);
      var waiting = heap();
      begin = System.nanoTime();
      for (var execution : executions(client).toList())
        client.insist(
            "/api/smart-send/" + execution.path("execution_id").asText() + "/approve", "");
      settle(runtime);
      var sent = heap();
      runtime.moves().advance(REPORTS);
      settle(runtime);
      var drained = seconds(begin);
      var delivered = executions(client).mapToInt(it -> it.at("/sends/delivered").asInt()).sum();
      IO.println(
          ("%d leads: written in %.0f s (%.0f/s), delivered in %.0f s (%.0f/s), exactly %d;"
                  + " heap %d MB before, %d MB written, %d MB sent, %d MB at the end")
              .formatted(
                  leads,
                  accepted,
                  leads / accepted,
                  drained,
                  leads / drained,
                  delivered,
                  before,
                  waiting,
                  sent,
                  heap()));
    }
  }

  private static void accept(Client client, int from) throws IOException, InterruptedException {
    var order = Client.order("announcement", IntStream.range(from, from + ORDER));
    var _ = client.insist("/api/smart-send", order.replaceFirst("\\{", "{\"review\": true, "));
    while (client.latest().contains("\"planning\"")) Thread.sleep(Duration.ofMillis(50));
  }

  private static void settle(EmbeddedRuntime runtime) {
    while (!runtime.settle()) IO.println("still on their way");
  }

  private static Stream<JsonNode> executions(Client client)
      throws IOException, InterruptedException {
    var all = Json.tree(client.get("/api/smart-send?limit=100")).path("executions");
    return StreamSupport.stream(all.spliterator(), false);
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  /// Megabytes that are left after a collection.
  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }
}
