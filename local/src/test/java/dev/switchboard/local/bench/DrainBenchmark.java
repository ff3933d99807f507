package dev.switchboard.local.bench;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.switchboard.functions.Aws;
import dev.switchboard.functions.Json;
import dev.switchboard.local.EmbeddedRuntime;
import dev.switchboard.local.RuntimeOptions;
import dev.switchboard.local.function.FunctionMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Prints how many leads a second go from accepted to delivered, all of them sent by one step and
/// reported by the outbox, beside what the bare engines reach with the same requests; and what each
/// lead asks of DynamoDB and SQS.
final class DrainBenchmark {

  private static final int LEADS = 1_000;
  private static final int RUNS = 7;
  private static final int WARM = 3;

  /// Monday, 13:00 in New York: all are sent at once.
  private static final Instant MONDAY = Instant.parse("2026-11-23T18:00:00Z");

  /// Longer than any report of the outbox takes, shorter than what a chain waits.
  private static final Duration REPORTS = Duration.ofMinutes(3);

  private DrainBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    measure("in memory", Optional.empty());
    measure("with files", Optional.of(Files.createTempDirectory("bench")));
  }

  private static void measure(String where, Optional<Path> folder)
      throws IOException, InterruptedException {
    var planning = new Recorder();
    var sending = new Recorder();
    var reports = new Recorder();
    FunctionMaker maker =
        (handler, environment, aws, clock) ->
            made(planning, sending, reports, handler, environment, aws, clock);
    var options =
        RuntimeOptions.inMemory(Path.of("..", "template.yaml"))
            .withFreshTime(MONDAY)
            .withMaker(maker)
            .withEnvironment(Map.of("PUBLIC_URL", "${url}"));
    try (var runtime = EmbeddedRuntime.start(folder.map(options::withState).orElse(options));
        var client = Client.of(runtime)) {
      var queue = runtime.aws().queues().createQueue(r -> r.queueName("bench")).queueUrl();
      var replay = new Replay(runtime.aws(), queue);
      client.settings("[]"); // so that all are sent an e-mail
      var product = new ArrayList<Double>();
      var bare = new ArrayList<Double>();
      for (int run = 0; run < RUNS; run++) {
        accept(client, run);
        replay.run(planning.take(), run); // what the rest stands on
        var millis = drain(client);
        var sent = sending.take();
        var told = reports.take();
        if (run == 0) {
          IO.println(where + ", sending: " + use(sending, sent));
          IO.println(where + ", a report each: " + use(reports, told));
        }
        var requests = new ArrayList<Object>(sent);
        requests.addAll(told);
        var again = replay.run(requests, run);
        if (run < WARM) continue;
        product.add(millis);
        bare.add(again);
      }
      IO.println(
          "%s: %.0f leads/s from accepted to delivered, the bare engines %.0f, ratio %.2f"
              .formatted(
                  where,
                  LEADS * 1e3 / AcceptBenchmark.median(product),
                  LEADS * 1e3 / AcceptBenchmark.median(bare),
                  AcceptBenchmark.median(bare) / AcceptBenchmark.median(product)));
    }
  }

  private static RequestStreamHandler made(
      Recorder planning,
      Recorder sending,
      Recorder reports,
      String handler,
      Map<String, String> environment,
      Aws aws,
      InstantSource clock) {
    var own =
        switch (handler.substring(handler.lastIndexOf('.') + 1)) {
          case "SmartSend", "WritePlan" -> planning.around(aws);
          case "SteerExecution", "DeliverSends", "SweepSends" -> sending.around(aws);
          case "ApplyReports" -> reports.around(aws);
          default -> aws;
        };
    return FunctionMaker.withServices(handler, environment, own, clock);
  }

  /// All written down, and waiting for somebody's approval.
  private static void accept(Client client, int run) throws IOException, InterruptedException {
    var order = Client.order("announcement", IntStream.range(run * LEADS, (run + 1) * LEADS));
    var _ = client.post("/api/smart-send", order.replaceFirst("\\{", "{\"review\": true, "));
    while (client.latest().contains("\"planning\"")) Thread.sleep(Duration.ofMillis(50));
  }

  /// @return milliseconds from the approval until all is delivered
  private static double drain(Client client) throws IOException, InterruptedException {
    var id = Json.tree(client.latest()).at("/executions/0/execution_id").asText();
    var begin = System.nanoTime();
    var _ = client.post("/api/smart-send/" + id + "/approve", "");
    while (!client.runtime().settle()) IO.println("still sending");
    client.runtime().moves().advance(REPORTS);
    while (!client.runtime().settle()) IO.println("still reporting");
    var millis = (System.nanoTime() - begin) / 1e6;
    var execution = Json.tree(client.latest()).at("/executions/0");
    if (execution.at("/sends/delivered").asInt() != LEADS)
      throw new IllegalStateException("not all delivered: " + execution.path("sends"));
    return millis;
  }

  private static String use(Recorder recorder, List<Object> requests) {
    return "%.2f write units and %.2f read units a lead, %s for %d leads, %d writes to one key"
        .formatted(
            recorder.writeUnits() / LEADS,
            recorder.readUnits() / LEADS,
            AcceptBenchmark.kinds(requests),
            LEADS,
            Recorder.hottest(requests));
  }
}
