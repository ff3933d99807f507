package dev.switchboard.local.bench;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.switchboard.functions.Aws;
import dev.switchboard.functions.Json;
import dev.switchboard.local.EmbeddedRuntime;
import dev.switchboard.local.RuntimeOptions;
import dev.switchboard.local.function.FunctionMaker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/// Prints how long campaigns take to be created, to be looked at, and to live through six hours all
/// at once; beside it what the bare engines take for the requests of the looks.
///
/// Arguments: how many campaigns, an even number; default 1000.
final class CampaignRunBenchmark {

  /// Monday, 10:00 in New York.
  private static final Instant MONDAY = Instant.parse("2027-03-01T15:00:00Z");

  private static final int CREW = 12;
  private static final int CAMPAIGNS_OF_A_TRADE = 2;
  private static final int IMPORT = 480;

  /// Campaigns whose looks come at minutes of their own.
  private static final int ALONE = 20;

  private static final Duration STEP = Duration.ofMinutes(30);

  private final int campaigns;
  private final Recorder recorder = new Recorder();
  private final Queue<Double> looks = new ConcurrentLinkedQueue<>();

  private CampaignRunBenchmark(int campaigns) {
    this.campaigns = campaigns;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    new CampaignRunBenchmark(arguments.length == 0 ? 1_000 : Integer.parseInt(arguments[0]))
        .measure();
  }

  private void measure() throws IOException, InterruptedException {
    var options =
        RuntimeOptions.inMemory(Path.of("..", "template.yaml"))
            .withFreshTime(MONDAY)
            .withMaker(this::made)
            .withEnvironment(Map.of("PUBLIC_URL", "${url}"));
    try (var runtime = EmbeddedRuntime.start(options);
        var client = Client.of(runtime)) {
      client.settings("[\"sms\"]");
      enter(client);
      var ids = create(client);
      while (!runtime.settle()) IO.println("still inviting");
      looks.clear();
      forget();
      var begin = System.nanoTime();
      for (var at = Duration.ZERO; at.compareTo(Duration.ofMinutes(390)) < 0; at = at.plus(STEP))
        runtime.moves().advance(STEP);
      var seconds = (System.nanoTime() - begin) / 1e9;
      var median = AcceptBenchmark.median(List.copyOf(looks));
      IO.println(
          "%d campaigns through six and a half hours in %.0f s; %d looks, %.1f ms each at the median"
              .formatted(campaigns, seconds, looks.size(), median));
      units(campaigns);
      bare(runtime);
      transitions(runtime, ids);
      alone(runtime, client);
    }
  }

  private void alone(EmbeddedRuntime runtime, Client client)
      throws IOException, InterruptedException {
    for (int number = campaigns; number < campaigns + ALONE; number++) {
      var _ = launched(client, number);
      runtime.moves().advance(Duration.ofMinutes(1));
    }
    looks.clear();
    forget();
    runtime.moves().advance(Duration.ofMinutes(390));
    var median = AcceptBenchmark.median(List.copyOf(looks));
    IO.println(
        "%d looks, one at a time: %.1f ms each at the median".formatted(looks.size(), median));
    units(ALONE);
    bare(runtime);
  }

  private void units(int campaigns) {
    IO.println(
        "%.1f write units and %.1f read units for the looks of one campaign after its launch"
            .formatted(recorder.writeUnits() / campaigns, recorder.readUnits() / campaigns));
  }

  private void forget() {
    var _ = recorder.take();
    var _ = recorder.writeUnits();
    var _ = recorder.readUnits();
  }

  private RequestStreamHandler made(
      String handler, Map<String, String> environment, Aws aws, InstantSource clock) {
    if (!handler.endsWith(".AdvanceCampaign"))
      return FunctionMaker.withServices(handler, environment, aws, clock);
    var function = FunctionMaker.withServices(handler, environment, recorder.around(aws), clock);
    return (in, out, context) -> {
      var begin = System.nanoTime();
      function.handleRequest(in, out, context);
      looks.add((System.nanoTime() - begin) / 1e6);
    };
  }

  private void enter(Client client) throws IOException, InterruptedException {
    var begin = System.nanoTime();
    var count = (campaigns + ALONE) / CAMPAIGNS_OF_A_TRADE * CREW;
    for (int from = 0; from < count; from += IMPORT)
      client.insist(
          "/api/contractors/import",
          "{\"contractors\": [%s]}"
              .formatted(
                  IntStream.range(from, Math.min(from + IMPORT, count))
                      .mapToObj(CampaignRunBenchmark::contractor)
                      .collect(Collectors.joining(","))));
    var seconds = (System.nanoTime() - begin) / 1e9;
    IO.println("%d contractors entered, %.0f/s".formatted(count, count / seconds));
  }

  private static String contractor(int number) {
    return """
    {"name": "C%d", "email": "c%d@example.org", "trades": ["trade %d"], "latitude": 40.7,
     "longitude": -74.0, "capacity": 10, "established": %s}
    """
        .formatted(number, number, number / CREW, number % 2 == 0);
  }

  private List<String> create(Client client) throws IOException, InterruptedException {
    var ids = new ArrayList<String>();
    var millis = new ArrayList<Double>();
    for (int number = 0; number < campaigns; number++) {
      var begin = System.nanoTime();
      var answer = launched(client, number);
      millis.add((System.nanoTime() - begin) / 1e6);
      ids.add(Json.tree(answer).path("campaign_id").asText());
    }
    var sorted = millis.stream().sorted().toList();
    IO.println(
        "%d campaigns created: %.0f ms each at the median, %.0f ms of a hundred one"
            .formatted(
                campaigns, AcceptBenchmark.median(millis), sorted.get(sorted.size() * 99 / 100)));
    return ids;
  }

  private static String launched(Client client, int number)
      throws IOException, InterruptedException {
    return client.post(
        "/api/campaigns",
        """
        {"title": "Job %d", "trade": "trade %d", "timeline_hours": 6, "bids_needed": 2,
         "location": {"latitude": 40.7, "longitude": -74.0, "time_zone": "America/New_York"}}
        """
            .formatted(number, number / CAMPAIGNS_OF_A_TRADE));
  }

  private void bare(EmbeddedRuntime runtime) {
    var requests = recorder.take();
    var queue = runtime.aws().queues().createQueue(r -> r.queueName("bench")).queueUrl();
    var again = new Replay(runtime.aws(), queue).run(requests, 1);
    IO.println(
        "the requests of the looks: %s; the bare engines, as many at once, %.0f ms for all"
            .formatted(AcceptBenchmark.kinds(requests), again));
  }

  private static void transitions(EmbeddedRuntime runtime, List<String> ids) {
    var machine =
        runtime.aws().machines().listStateMachines().stateMachines().getFirst().stateMachineArn();
    var arn = machine.replace(":stateMachine:", ":execution:") + ":" + ids.getFirst() + "-0";
    var entered =
        runtime
            .aws()
            .machines()
            .getExecutionHistoryPaginator(r -> r.executionArn(arn))
            .events()
            .stream()
            .filter(event -> ENTERED.contains(event.type()))
            .count();
    IO.println("transitions of one campaign: " + entered);
  }

  private static final List<HistoryEventType> ENTERED =
      List.of(
          HistoryEventType.TASK_STATE_ENTERED,
          HistoryEventType.CHOICE_STATE_ENTERED,
          HistoryEventType.SUCCEED_STATE_ENTERED,
          HistoryEventType.PASS_STATE_ENTERED);
}
