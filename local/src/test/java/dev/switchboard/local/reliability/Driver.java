package dev.switchboard.local.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.sample.Api;
import dev.switchboard.local.state.StartFailure;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The caller of the API, whose requests break off when the process is killed, and who makes them
/// again with the same key.
final class Driver {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalTime EVENING = LocalTime.of(18, 0);
  private static final LocalTime MORNING = LocalTime.of(10, 0);

  /// Most rounds of [#ROUND] until all must be over: three days.
  private static final int ROUNDS = 432;

  private static final Duration ROUND = Duration.ofMinutes(10);

  private static final String SETTINGS =
      """
      {"sender": {"company": "Acme", "postal_address": "1 Main St, New York, NY 10001"},
       "attested": ["voice_call", "voicemail", "sms"],
       "pace": {"cool_down_seconds": 120, "no_reaction_after_seconds": 600,
                "frequency_window_seconds": 3600}}
      """;

  /// What a gateway answers for a function that is too slow, on a machine that has too much to do.
  private static final int UNAVAILABLE = 503;

  /// Most times that an order is made again.
  private static final int PATIENCE = 20;

  private final KillPlan plan;
  private final Map<Integer, String> executions = new TreeMap<>();

  Driver(KillPlan plan) {
    this.plan = plan;
  }

  /// The executions of the orders that were answered, by order.
  synchronized Map<Integer, String> executions() {
    return Map.copyOf(executions);
  }

  /// Orders what is not answered yet up to an order, and lets a little time pass, unless killed.
  void live(Api api, int upTo) {
    try {
      awaken(api);
      order(api, upTo);
      api.advance(Duration.ofMinutes(1));
      api.advance(Duration.ofMinutes(1));
    } catch (StartFailure e) {
      // It was killed under the request, as it should be.
    }
  }

  /// People are not disturbed at night: then the next day comes.
  private static void awaken(Api api) {
    var now = api.now().atZone(NEW_YORK);
    if (now.toLocalTime().isAfter(EVENING))
      api.advance(Duration.between(now, now.plusDays(1).with(MORNING)));
  }

  /// Orders all that is not answered yet.
  ///
  /// @throws StartFailure telling an answer that is neither taken nor "try again"
  void order(Api api) {
    order(api, plan.orders() - 1);
  }

  private synchronized void order(Api api, int upTo) {
    api.put("/api/smart-send/settings", SETTINGS).expect(200);
    for (int order = 0; order <= upTo; order++) {
      if (executions.containsKey(order)) continue;
      for (var body : plan.order(order).stream().toList())
        executions.put(order, answered(api, "kill-" + order, body));
    }
  }

  private static String answered(Api api, String key, String body) {
    var answer = api.post("/api/smart-send", "application/json", body, key);
    for (int again = 0; again < PATIENCE && comesAgain(answer); again++) {
      // The attempt that was killed holds the key until its lease runs out.
      api.advance(answer.retryAfter().plusSeconds(1));
      answer = api.post("/api/smart-send", "application/json", body, key);
    }
    return answer.expect(202).path("execution_id").asText();
  }

  private static boolean comesAgain(Api.Answer answer) {
    return answer.status() == UNAVAILABLE || !answer.retryAfter().isZero();
  }

  /// Orders the rest and lets time pass until all is over, or had time enough to be.
  ///
  /// @param progress takes a line for each move of the clock
  void drain(Api api, Consumer<String> progress) {
    order(api);
    var open = new TreeMap<>(executions());
    for (int round = 0; round < ROUNDS && !open.isEmpty(); round++) {
      settle(api);
      advance(api, ROUND);
      open.values().removeIf(id -> status(api, id).equals("completed"));
      progress.accept(
          "%s: %d orders still open"
              .formatted(api.now().truncatedTo(ChronoUnit.SECONDS), open.size()));
    }
  }

  /// A move of the clock waits for what is under way, but not for long.
  private static void settle(Api api) {
    do advance(api, Duration.ZERO);
    while (visible(api.get("/dev/queues").expect(200)) > 0);
  }

  /// A long move is made to its end when nobody waits for it any more.
  private static void advance(Api api, Duration by) {
    try {
      api.advance(by);
    } catch (StartFailure e) {
      if (!(e.getCause() instanceof HttpTimeoutException)) throw e;
    }
  }

  private static long visible(JsonNode queues) {
    return queues
        .propertyStream()
        .filter(queue -> !queue.getKey().contains("DeadLetters"))
        .mapToLong(queue -> queue.getValue().path("visible").asLong())
        .sum();
  }

  private static String status(Api api, String id) {
    return api.get("/api/smart-send/" + id).expect(200).path("status").asText();
  }
}
