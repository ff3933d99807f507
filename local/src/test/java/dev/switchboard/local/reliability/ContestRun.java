package dev.switchboard.local.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.product.Child;
import dev.switchboard.local.sample.Api;
import dev.switchboard.local.state.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Runs a contest in a process of its own, which may be killed at any step; whoever drives it makes
/// the same step again.
final class ContestRun implements AutoCloseable {

  /// Monday, 10:00 in New York, weeks away from any holiday.
  private static final Instant MONDAY = Instant.parse("2027-03-01T15:00:00Z");

  private static final Duration STEP = Duration.ofMinutes(10);
  private static final int STEPS = Contest.HOURS * 6 + 3;

  private final Contest contest;
  private final Path folder;
  private final Random random;
  private final Map<Integer, String> campaigns = new HashMap<>();
  private Instant began = Instant.MAX;
  private Child child;
  private Api api;

  ContestRun(Contest contest, Path folder) throws IOException {
    this.contest = contest;
    this.folder = folder;
    this.random = new Random(contest.seed());
    var state = Files.createDirectories(folder.resolve("state"));
    Files.writeString(state.resolve("clock"), Duration.between(Instant.now(), MONDAY).toString());
    Files.writeString(folder.resolve("scenario.json"), contest.scenario());
    start();
  }

  private void start() {
    child = Child.start(folder.resolve("state"), "--scenario=" + folder.resolve("scenario.json"));
    api = child.api();
  }

  /// @param kills how often it is killed, first while campaigns are created
  void run(int kills) {
    enter();
    var steps = steps();
    // The last steps are left alone, so that all can end.
    var killed = new ArrayList<Integer>();
    for (int kill = 0; kill < kills; kill++)
      killed.add(kill * (steps.size() - 2) / kills + random.nextInt(3));
    for (int step = 0; step < steps.size(); step++) {
      if (killed.contains(step)) kill(steps.get(step));
      steps.get(step).accept(api);
    }
  }

  private void enter() {
    api.put(
            "/api/smart-send/settings",
            """
            {"sender": {"company": "Acme", "postal_address": "1 Main St, New York, NY 10001"},
             "pace": {"cool_down_seconds": 0, "frequency_cap": 50}}
            """)
        .expect(200);
    var bodies = contest.imports();
    for (int body = 0; body < bodies.size(); body++)
      api.post("/api/contractors/import", "application/json", bodies.get(body), "import-" + body)
          .expect(200);
  }

  /// Creates campaigns in four parts, then lets time pass.
  private List<Consumer<Api>> steps() {
    var steps = new ArrayList<Consumer<Api>>();
    int part = (contest.campaigns() + 3) / 4;
    for (int first = 0; first < contest.campaigns(); first += part) {
      int from = first;
      int to = Math.min(first + part, contest.campaigns());
      steps.add(on -> create(on, from, to));
    }
    for (int step = 1; step <= STEPS; step++) {
      int number = step;
      steps.add(on -> pass(on, number));
    }
    return steps;
  }

  private void create(Api on, int from, int to) {
    for (int number = from; number < to; number++) {
      var card = contest.card(number);
      var answer = on.post("/api/campaigns", "application/json", card, "contest-" + number);
      while (!answer.retryAfter().isZero()) {
        // Whoever held the key was killed: its lease runs out.
        on.advance(answer.retryAfter().plusSeconds(1));
        answer = on.post("/api/campaigns", "application/json", card, "contest-" + number);
      }
      if (answer.status() != 422)
        campaigns.put(number, answer.expect(201).path("campaign_id").asText());
    }
  }

  private void pass(Api on, int step) {
    if (began.equals(Instant.MAX)) began = on.now();
    var left = Duration.between(on.now(), began.plus(STEP.multipliedBy(step)));
    if (!left.isNegative()) on.advance(left);
  }

  private void kill(Consumer<Api> step) {
    var on = api;
    var doing = CompletableFuture.runAsync(() -> step.accept(on));
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(50, 1_500)));
    child.kill();
    try {
      doing.join();
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof StartFailure)) throw e;
    }
    start();
  }

  /// How each campaign that was created ended.
  Map<Integer, Ending> endings() {
    var names = names();
    var endings = new HashMap<Integer, Ending>();
    campaigns.forEach((number, id) -> endings.put(number, Ending.of(campaign(id), names)));
    return endings;
  }

  private JsonNode campaign(String id) {
    return api.get("/api/campaigns/" + id).expect(200);
  }

  /// What the outbox took.
  Collection<Books.Call> taken() {
    return Books.outbox(child.url());
  }

  private Map<String, String> names() {
    var names = new HashMap<String, String>();
    for (var one : contractors())
      names.put(one.path("contractor_id").asText(), one.path("name").asText());
    return names;
  }

  List<JsonNode> contractors() {
    var all = new ArrayList<JsonNode>();
    var next = "";
    do {
      var page = api.get("/api/contractors?limit=100" + next).expect(200);
      page.path("contractors").forEach(all::add);
      next = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
    } while (!next.isEmpty());
    return all;
  }

  @Override
  public void close() {
    child.close();
  }
}
