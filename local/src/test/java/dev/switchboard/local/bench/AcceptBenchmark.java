package dev.switchboard.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.switchboard.functions.Aws;
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
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Prints how long accepting 1,000 leads takes over HTTP until all of them are written, and how
/// long the bare engines take for the same requests in the same run; the target is a ratio of at
/// most 2.
final class AcceptBenchmark {

  private static final int LEADS = 1_000;
  private static final int RUNS = 6;
  private static final int WARM = 2;

  /// Monday, 13:00 in New York: most leads are sent at once.
  private static final Instant MONDAY = Instant.parse("2026-11-23T18:00:00Z");

  private AcceptBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    measure("in memory", Optional.empty());
    var folder = Files.createTempDirectory("bench");
    measure("with files", Optional.of(folder));
  }

  private static void measure(String where, Optional<Path> folder)
      throws IOException, InterruptedException {
    var recorder = new Recorder();
    FunctionMaker maker =
        (handler, environment, aws, clock) -> made(recorder, handler, environment, aws, clock);
    var options =
        RuntimeOptions.inMemory(Path.of("..", "template.yaml"))
            .withFreshTime(MONDAY)
            .withMaker(maker)
            .withEnvironment(Map.of("PUBLIC_URL", "${url}"));
    var chosen = folder.map(options::withState).orElse(options);
    try (var runtime = EmbeddedRuntime.start(chosen);
        var client = Client.of(runtime)) {
      var queue = runtime.aws().queues().createQueue(r -> r.queueName("bench")).queueUrl();
      var replay = new Replay(runtime.aws(), queue);
      client.settings("[\"voice_call\", \"voicemail\", \"sms\"]");
      var answered = new ArrayList<Double>();
      var product = new ArrayList<Double>();
      var bare = new ArrayList<Double>();
      for (int run = 0; run < RUNS; run++) {
        var times = post(client, run);
        var requests = recorder.take();
        while (!runtime.settle()) IO.println("still sending");
        var again = replay.run(requests, run);
        if (run == 0) IO.println(where + ": " + kinds(requests));
        if (run < WARM) continue;
        answered.add(times.answered());
        product.add(times.written());
        bare.add(again);
      }
      IO.println(
          "%s: %d leads answered after %.0f ms, written after %.0f ms, the bare engines %.0f ms, ratio %.2f"
              .formatted(
                  where,
                  LEADS,
                  median(answered),
                  median(product),
                  median(bare),
                  median(product) / median(bare)));
    }
  }

  private static RequestStreamHandler made(
      Recorder recorder,
      String handler,
      Map<String, String> environment,
      Aws aws,
      InstantSource clock) {
    // Nothing is delivered: it would take the processors away from what is measured.
    if (handler.endsWith(".DeliverSends"))
      return (_, out, _) -> out.write("{\"batchItemFailures\":[]}".getBytes(UTF_8));
    var counted = handler.endsWith(".SmartSend") || handler.endsWith(".WritePlan");
    var own = counted ? recorder.around(aws) : aws;
    return FunctionMaker.withServices(handler, environment, own, clock);
  }

  static Map<String, Long> kinds(List<Object> requests) {
    return requests.stream()
        .collect(
            Collectors.groupingBy(
                it -> it.getClass().getSimpleName(), TreeMap::new, Collectors.counting()));
  }

  static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /// Milliseconds from the request on.
  private record Times(double answered, double written) {}

  private static Times post(Client client, int run) throws IOException, InterruptedException {
    var order = Client.order("appointment", IntStream.range(run * LEADS, (run + 1) * LEADS));
    var begin = System.nanoTime();
    var _ = client.post("/api/smart-send", order);
    var answered = (System.nanoTime() - begin) / 1e6;
    while (client.latest().contains("\"planning\"")) Thread.sleep(Duration.ofMillis(50));
    return new Times(answered, (System.nanoTime() - begin) / 1e6);
  }
}
