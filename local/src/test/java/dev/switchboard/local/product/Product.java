package dev.switchboard.local.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Aws;
import dev.switchboard.functions.Json;
import dev.switchboard.local.EmbeddedRuntime;
import dev.switchboard.local.RuntimeOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The whole product on its real template, in memory, as a caller sees it: over HTTP. Every answer
/// is held against what the contract promises.
public final class Product implements AutoCloseable {

  /// Monday, 13:00 in New York.
  public static final Instant MONDAY = Instant.parse("2026-11-23T18:00:00Z");

  /// Monday, 10:00 in New York: a long day ahead.
  public static final Instant MORNING = Instant.parse("2026-11-23T15:00:00Z");

  private final EmbeddedRuntime runtime;
  private final HttpClient http = HttpClient.newHttpClient();

  private final Calls calls;

  private Product(EmbeddedRuntime runtime, Calls calls) {
    this.runtime = runtime;
    this.calls = calls;
  }

  static Product start() {
    return start("");
  }

  /// @param scenario of the outbox, as JSON
  static Product start(String scenario) {
    return start(options(scenario));
  }

  static Product start(RuntimeOptions options) {
    return start(options, new Calls(Optional.empty(), Map.of()));
  }

  /// @param elsewhere what functions have in place of the embedded engines
  static Product start(RuntimeOptions options, Optional<Aws> elsewhere) {
    return start(options, new Calls(elsewhere, Map.of()));
  }

  /// On vendors in place of the outbox.
  ///
  /// @param settings that lead to the vendors: only functions are told of them, for the runtime
  ///   would keep its clock at real time
  public static Product onVendors(Map<String, String> settings, Instant time) {
    return start(options("").withFreshTime(time), new Calls(Optional.empty(), settings));
  }

  private static Product start(RuntimeOptions options, Calls calls) {
    return new Product(EmbeddedRuntime.start(options.withMaker(calls)), calls);
  }

  static RuntimeOptions options(String scenario) {
    return RuntimeOptions.inMemory(Path.of("..", "template.yaml"))
        .withFreshTime(MONDAY)
        .withEnvironment(Map.of("PUBLIC_URL", "${url}", "OUTBOX_SCENARIO", scenario));
  }

  /// Of an owner who waits two minutes where others wait half an hour, and ten where others wait a
  /// day, so that a chain is gone through in few steps of the clock.
  static Product hasty(String scenario, Instant time) {
    return start(options(scenario).withFreshTime(time)).hastened();
  }

  /// The same owner, in haste.
  public Product hastened() {
    settings(
        """
        {"cool_down_seconds": 120, "no_reaction_after_seconds": 600,
         "frequency_window_seconds": 3600, "voice_hours": {"from": "08:00", "to": "20:00"}}
        """);
    return this;
  }

  public EmbeddedRuntime runtime() {
    return runtime;
  }

  /// What a request was answered.
  public record Answer(int status, JsonNode body, HttpResponse<String> raw) {}

  public Answer get(String person, String path) {
    return send(request(person, path).GET().build());
  }

  Answer delete(String person, String path) {
    return send(request(person, path).DELETE().build());
  }

  public Answer post(String person, String path, String json) {
    return send(
        request(person, path)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  /// What was told on the bus, oldest first, each as the contract promises.
  List<JsonNode> events() {
    var events = new ArrayList<JsonNode>();
    get("", "/dev/events?limit=1000").body().path("events").forEach(events::addFirst);
    events.forEach(EventsContract::hold);
    return events;
  }

  Answer put(String person, String path, String json) {
    return send(
        request(person, path)
            .header("content-type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  Answer patch(String person, String path, String json) {
    return send(
        request(person, path)
            .header("content-type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  HttpRequest.Builder request(String person, String path) {
    var request =
        HttpRequest.newBuilder(URI.create(runtime.url() + path)).timeout(Duration.ofSeconds(60));
    return person.isEmpty()
        ? request
        : request.header("authorization", "Bearer " + runtime.token(person));
  }

  Answer send(HttpRequest request) {
    try {
      var raw = http.send(request, BodyHandlers.ofString());
      Promises.hold(raw);
      var json = raw.headers().firstValue("content-type").orElse("").contains("json");
      return new Answer(raw.statusCode(), Json.tree(json ? raw.body() : "null"), raw);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Moves the clock, letting everything happen in between.
  public void advance(Duration by) {
    runtime.moves().advance(by);
    runtime.settle();
  }

  /// Posts an order as the manager and lets its first sends leave.
  ///
  /// @return the execution's id One lead, for a goal.
  String order(String goal, String lead) {
    return order("{\"goal\": \"%s\", \"leads\": [%s]}".formatted(goal, lead));
  }

  public String order(String json) {
    var answer = post("manager", "/api/smart-send", json);
    if (answer.status() != 202) throw new IllegalStateException(answer.raw().body());
    runtime.settle();
    return answer.body().path("execution_id").asText();
  }

  public JsonNode execution(String id) {
    return get("manager", "/api/smart-send/" + id).body();
  }

  /// A lead of the first hundred, with its sends as they stand now.
  public JsonNode lead(String execution, String lead) {
    var page = get("manager", "/api/smart-send/" + execution + "/leads?limit=100").body();
    for (var found : page.path("leads")) if (found.path("id").asText().equals(lead)) return found;
    throw new AssertionError("no lead " + lead + " in " + page);
  }

  /// The sends of a lead as `channel state`, or `channel state rule` where a rule closed it.
  public List<String> sends(String execution, String lead) {
    var told = new ArrayList<String>();
    for (var send : lead(execution, lead).path("sends")) {
      var state = send.path("state").asText();
      var rule = send.path("rule").asText();
      var ruled = List.of("blocked", "suppressed", "cancelled", "held", "rejected").contains(state);
      told.add(send.path("channel").asText() + " " + state + (ruled ? " " + rule : ""));
    }
    return told;
  }

  /// What the outbox was asked to send, the newest first.
  private List<JsonNode> asked() {
    var calls = new ArrayList<JsonNode>();
    for (var item : get("", "/dev/outbox?limit=100000").body().path("items"))
      if (item.path("sk").asText().startsWith("call#")) calls.add(item);
    return calls;
  }

  /// What the outbox took, the newest first.
  List<JsonNode> outbox() {
    return asked().stream().filter(item -> item.has("provider_id")).toList();
  }

  /// What the outbox answered when it was asked to send to an address, oldest first.
  List<String> answers(String address) {
    return asked().reversed().stream()
        .filter(item -> item.path("to").asText().equals(address))
        .map(item -> item.path("answer").asText())
        .toList();
  }

  /// How often the outbox took each send.
  Map<String, Long> calls() {
    return outbox().stream()
        .collect(Collectors.groupingBy(item -> item.path("pk").asText(), Collectors.counting()));
  }

  /// The calls that were made more than once.
  Map<String, Long> twice() {
    var calls = calls();
    calls.values().removeIf(count -> count == 1);
    return calls;
  }

  /// What went to an address, oldest first. The channels by which an address was reached, in order.
  List<String> channels(String address) {
    return sentTo(address).stream().map(item -> item.path("channel").asText()).toList();
  }

  List<JsonNode> sentTo(String address) {
    return outbox().reversed().stream()
        .filter(item -> item.path("to").asText().equals(address))
        .toList();
  }

  /// The owner of the samples attests consent and has an address.
  void settings() {
    settings("{}");
  }

  /// @param pace as the API takes it
  public void settings(String pace) {
    var answer =
        put(
            "manager",
            "/api/smart-send/settings",
            """
            {"sender": {"company": "Acme", "postal_address": "1 Main St, New York, NY 10001"},
             "attested": ["voice_call", "voicemail", "sms"], "pace": %s}
            """
                .formatted(pace));
    if (answer.status() != 200) throw new IllegalStateException(answer.raw().body());
  }

  /// How often a function asked for what: `dynamodb:GetItem SendsTable`.
  public Map<String, Long> counted(String function) {
    return calls.counted(function);
  }

  /// What the template lets a function do and it has not done yet.
  List<String> unused() {
    return calls.unused();
  }

  @Override
  public void close() {
    var _ = events();
    http.close();
    runtime.close();
    assertEquals(List.of(), calls.forbidden(), "calls that template.yaml does not allow");
  }
}
