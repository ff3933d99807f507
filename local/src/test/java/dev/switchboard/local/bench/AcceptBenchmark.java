package dev.switchboard.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.switchboard.functions.Aws;
import dev.switchboard.local.EmbeddedRuntime;
import dev.switchboard.local.RuntimeOptions;
import dev.switchboard.local.function.FunctionMaker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
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
        var http = HttpClient.newHttpClient()) {
      var queue = runtime.aws().queues().createQueue(r -> r.queueName("bench")).queueUrl();
      var replay = new Replay(runtime.aws(), queue);
      settings(runtime, http);
      var answered = new ArrayList<Double>();
      var product = new ArrayList<Double>();
      var bare = new ArrayList<Double>();
      for (int run = 0; run < RUNS; run++) {
        var times = post(runtime, http, run);
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

  private static Map<String, Long> kinds(List<Object> requests) {
    return requests.stream()
        .collect(
            Collectors.groupingBy(
                it -> it.getClass().getSimpleName(), TreeMap::new, Collectors.counting()));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static void settings(EmbeddedRuntime runtime, HttpClient http)
      throws IOException, InterruptedException {
    var body =
        """
        {"sender": {"company": "Acme", "postal_address": "1 Main St, New York, NY 10001"},
         "attested": ["voice_call", "voicemail", "sms"]}
        """;
    send(http, request(runtime, "/api/smart-send/settings").PUT(BodyPublishers.ofString(body)));
  }

  /// Milliseconds from the request on.
  private record Times(double answered, double written) {}

  private static Times post(EmbeddedRuntime runtime, HttpClient http, int run)
      throws IOException, InterruptedException {
    var leads =
        IntStream.range(0, LEADS)
            .mapToObj(i -> lead(run * LEADS + i))
            .collect(Collectors.joining(",", "{\"goal\": \"appointment\", \"leads\": [", "]}"));
    var request = request(runtime, "/api/smart-send").POST(BodyPublishers.ofString(leads));
    var begin = System.nanoTime();
    send(http, request);
    var answered = (System.nanoTime() - begin) / 1e6;
    while (send(http, request(runtime, "/api/smart-send?limit=1")).contains("\"planning\""))
      Thread.sleep(Duration.ofMillis(50));
    return new Times(answered, (System.nanoTime() - begin) / 1e6);
  }

  private static String lead(int number) {
    return """
    {"id": "lead-%1$d", "name": "Lead %1$d", "phone": "+1212%2$07d",
     "email": "lead-%1$d@example.org", "score": %3$d}
    """
        .formatted(number, 2_000_000 + number, 1 + number % 10);
  }

  private static HttpRequest.Builder request(EmbeddedRuntime runtime, String path) {
    return HttpRequest.newBuilder(URI.create(runtime.url() + path))
        .header("authorization", "Bearer " + runtime.token("manager"))
        .header("content-type", "application/json");
  }

  private static String send(HttpClient http, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) throw new IllegalStateException(answer.body());
    return answer.body();
  }
}
