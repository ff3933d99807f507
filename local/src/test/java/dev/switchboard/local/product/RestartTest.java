package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import dev.switchboard.local.sample.Api;
import dev.switchboard.local.sample.SampleFiles;
import dev.switchboard.local.state.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real process, killed in the middle and started again: nobody is forgotten, nobody is
/// contacted twice.
class RestartTest {

  /// A third goes by e-mail, a third by SMS, a third by voicemail and then by SMS.
  private static final int LEADS = 90;

  private static final String SETTINGS =
      """
      {"sender": {"company": "Acme", "postal_address": "1 Main St, New York, NY 10001"},
       "attested": ["voicemail", "sms"], "pace": {"no_reaction_after_seconds": 600}}
      """;

  /// Some answers get lost, and some attempts are not taken.
  private static final String SCENARIO =
      """
      {"k0@example.org": {"email": [{"attempt": "lost_reply",
                                     "reports": [{"after": "PT8S", "state": "delivered"}]}]},
       "k3@example.org": {"email": [{"attempt": "unclear"},
                                    {"reports": [{"after": "PT8S", "state": "delivered"}]}]},
       "+12125550101": {"sms": [{"attempt": "not_taken"},
                                {"reports": [{"after": "PT4S", "state": "delivered"}]}]}}
      """;

  @TempDir private Path temporary;

  private Path folder;

  /// A folder where it is Monday, 13:00 in New York: people are awake whenever this runs.
  @BeforeEach
  void monday() throws IOException {
    folder = Files.createDirectory(temporary.resolve("state"));
    var now = Instant.now();
    Files.writeString(
        folder.resolve("clock"), Duration.between(now, SampleFiles.monday(now)).toString());
  }

  @Test
  void a_process_killed_at_any_moment_forgets_nobody_and_repeats_nothing() throws IOException {
    var random = new Random(20261123);
    var scenario = Files.writeString(temporary.resolve("scenario.json"), SCENARIO);
    var moments =
        List.of(0, random.nextInt(1, 20), random.nextInt(30, 80), random.nextInt(91, 115));
    for (int calls : moments) {
      try (var child = Child.start(folder, "--scenario=" + scenario)) {
        killedAfter(calls, random.nextInt(20, 300), child);
      }
    }
    try (var child = Child.start(folder, "--scenario=" + scenario);
        var api = child.api()) {
      var id = order(api);
      for (int more = 0; more < 10 && !status(api, id).equals("completed"); more++)
        api.advance(Duration.ofMinutes(30));

      told(api, id);
    }
  }

  /// Kills it some milliseconds after the outbox got so many calls.
  private static void killedAfter(int calls, int millis, Child child) {
    try (var api = child.api()) {
      api.put("/api/smart-send/settings", SETTINGS).expect(200);
      var _ = Thread.ofVirtual().start(() -> goOn(api));
      child.await(() -> calls(api).size() >= calls);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
      child.kill();
    }
  }

  private static void goOn(Api api) {
    try {
      var _ = order(api);
      api.advance(Duration.ofHours(1));
    } catch (StartFailure e) {
      // It was killed under the request, as it should be.
    }
  }

  private static String order(Api api) {
    var body =
        IntStream.range(0, LEADS)
            .mapToObj(RestartTest::lead)
            .collect(Collectors.joining(",", "{\"goal\": \"nurture\", \"leads\": [", "]}"));
    var answer = api.post("/api/smart-send", "application/json", body, "restart");
    while (!answer.retryAfter().isZero()) {
      // The attempt that was killed holds the key until its lease runs out; what it had not kept
      // to its end is given up then.
      api.advance(answer.retryAfter().plusSeconds(1));
      answer = api.post("/api/smart-send", "application/json", body, "restart");
    }
    return answer.expect(202).path("execution_id").asText();
  }

  private static String lead(int number) {
    return switch (number % 3) {
      case 0 -> "{\"id\": \"k%1$d\", \"email\": \"k%1$d@example.org\"}".formatted(number);
      case 1 -> "{\"id\": \"k%1$d\", \"phone\": \"+121255501%1$02d\"}".formatted(number);
      default ->
          "{\"id\": \"k%1$d\", \"phone\": \"+121255501%1$02d\", \"score\": 6}".formatted(number);
    };
  }

  private static String status(Api api, String id) {
    return api.get("/api/smart-send/" + id).expect(200).path("status").asText();
  }

  /// The calls that were taken.
  private static List<JsonNode> calls(Api api) {
    var calls = new ArrayList<JsonNode>();
    for (var item : api.get("/dev/outbox?limit=100000").expect(200).path("items"))
      if (item.path("sk").asText().startsWith("call#") && item.has("provider_id")) calls.add(item);
    return calls;
  }

  private static void told(Api api, String id) {
    var execution = api.get("/api/smart-send/" + id).expect(200);
    assertEquals("completed", execution.path("status").asText(), execution.toString());
    assertEquals(Json.tree("{\"delivered\": 90, \"voicemail\": 30}"), execution.path("sends"));
    for (var other : api.get("/api/smart-send").expect(200).path("executions"))
      if (!other.path("execution_id").asText().equals(id))
        assertEquals("cancelled", other.path("status").asText(), other.toString());

    var calls = calls(api);
    assertEquals(calls.size(), calls.stream().map(it -> it.path("pk").asText()).distinct().count());
    var taken = new TreeMap<String, Integer>();
    calls.forEach(call -> taken.merge(call.path("channel").asText(), 1, Integer::sum));
    assertEquals(Map.of("email", 30, "sms", 60, "voicemail", 30), taken);
    var counted = new TreeMap<String, Integer>();
    for (var channel : execution.path("by_channel"))
      if (channel.path("sends").asInt() > 0)
        counted.put(channel.path("channel").asText(), channel.path("sends").asInt());
    assertEquals(taken, counted);
    assertEquals("8.1", execution.path("actual_cost").asText());
  }

  @Test
  void a_second_instance_is_refused_in_one_sentence_and_a_signal_ends_the_first() {
    try (var child = Child.start(folder);
        var api = child.api();
        var second = Child.start(folder)) {
      assertEquals(1, second.exitCode());
      assertEquals(
          "Another instance runs on the folder %s: stop it, or name another folder with --state.\n"
              .formatted(folder),
          second.output());
      api.get("/health").expect(200);

      assertEquals(128 + 15, child.terminate());
      assertTrue(child.output().endsWith("at the next start.\n"), child.output());
    }
    try (var again = Child.start(folder);
        var api = again.api()) {
      api.get("/health").expect(200);
    }
  }
}
