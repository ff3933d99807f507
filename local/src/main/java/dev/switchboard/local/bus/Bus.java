package dev.switchboard.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.functions.Json;
import dev.switchboard.local.clock.Time;
import dev.switchboard.local.function.Functions;
import dev.switchboard.local.function.Invocation;
import dev.switchboard.local.queue.Queues;
import dev.switchboard.local.state.StartFailure;
import dev.switchboard.local.template.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import software.amazon.event.ruler.Machine;

/// Buses and their rules: an event put on a bus is handed to the function of every rule it matches.
///
/// A function that fails is called again a minute later, then two minutes later at a time, as often
/// as the rule's retry policy says; then the event goes to the rule's dead letters, if it has any.
public final class Bus {

  /// Most events that are shown.
  private static final int KEPT = 1_000;

  /// What a bus works with.
  ///
  /// @param log takes one line per event given up
  public record Surroundings(Queues queues, Time time, Consumer<String> log) {}

  private record Target(String function, Template.FromBus rule) {}

  // Bytes pass through; they are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Delivery(Target target, byte[] event, int attempt) {
    Delivery again() {
      return new Delivery(target, event, attempt + 1);
    }
  }

  private final Map<String, Machine> machines = new HashMap<>();
  private final Map<String, Target> targets = new HashMap<>();
  private final Surroundings around;

  /// Newest first.
  private final Deque<JsonNode> latest = new ConcurrentLinkedDeque<>();

  private volatile Optional<Functions> functions = Optional.empty();

  public Bus(Template template, Surroundings around) {
    this.around = around;
    machines.put("default", Machine.builder().build());
    template.buses().forEach(name -> machines.put(name, Machine.builder().build()));
    for (var function : template.functions()) {
      for (var trigger : function.triggers()) {
        if (trigger instanceof Template.FromBus rule) add(new Target(function.name(), rule));
      }
    }
  }

  private void add(Target target) {
    var rule = target.rule();
    if (!machines.containsKey(rule.bus())) {
      throw new StartFailure(
          "The rule %s listens on the bus %s, which is not in the template: add it, or mend EventBusName."
              .formatted(rule.rule(), rule.bus()));
    }
    try {
      machines.get(rule.bus()).addRule(rule.rule(), rule.pattern());
      targets.put(rule.rule(), target);
    } catch (IOException e) {
      throw new StartFailure(
          "The pattern of the rule %s cannot be read (%s): mend it in the template."
              .formatted(rule.rule(), e.getMessage().lines().findFirst().orElse("")),
          e);
    }
  }

  /// Names the functions to call; until then events are refused.
  public void open(Functions functions) {
    this.functions = Optional.of(functions);
  }

  boolean has(String bus) {
    return machines.containsKey(bus);
  }

  /// Puts one event on a bus and returns its id; its functions run on their own.
  ///
  /// @param entry as PutEvents has it, already checked
  String put(String bus, JsonNode entry, JsonNode detail) {
    var event = envelope(entry, detail);
    latest.addFirst(event);
    if (latest.size() > KEPT) latest.pollLast();
    for (var rule : machines.get(bus).rulesForJSONEvent(event)) {
      var bytes = event.toString().getBytes(StandardCharsets.UTF_8);
      start(new Delivery(targets.get(rule), bytes, 1));
    }
    return event.path("id").asText();
  }

  private ObjectNode envelope(JsonNode entry, JsonNode detail) {
    var event = Json.MAPPER.createObjectNode();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", entry.path("DetailType").asText());
    event.put("source", entry.path("Source").asText());
    event.put("account", "000000000000");
    event.put("time", around.time().clock().instant().truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", "us-east-1");
    var resources = event.putArray("resources");
    entry.path("Resources").forEach(resources::add);
    event.set("detail", detail);
    return event;
  }

  private void start(Delivery delivery) {
    var work = around.time().activity().beginWithin();
    Thread.ofVirtual()
        .name(delivery.target().function())
        .start(() -> {
          try (work) {
            attempt(delivery);
          }
        });
  }

  private void attempt(Delivery delivery) {
    var target = delivery.target();
    switch (functions.orElseThrow().call(target.function(), delivery.event())) {
      case Invocation.Answered _ -> {
        // Delivered.
      }
      case Invocation.Failed _, Invocation.TimedOut _
          when delivery.attempt() <= target.rule().retries() ->
          retry(delivery.again());
      case Invocation.Failed _, Invocation.TimedOut _ -> giveUp(delivery);
    }
  }

  private void retry(Delivery delivery) {
    var pause = delivery.attempt() == 2 ? Duration.ofMinutes(1) : Duration.ofMinutes(2);
    var at = around.time().clock().instant().plus(pause);
    around.time().due().add(at);
    around.time().timers().at(at, () -> attempt(delivery));
  }

  private void giveUp(Delivery delivery) {
    var rule = delivery.target().rule();
    around
        .log()
        .accept(
            "%s gave up on an event after %d attempts".formatted(rule.rule(), delivery.attempt()));
    rule.deadLetters()
        .ifPresent(queue ->
            around
                .queues()
                .sqs()
                .sendMessage(request ->
                    request
                        .queueUrl(around.queues().urlOf(queue))
                        .messageBody(new String(delivery.event(), StandardCharsets.UTF_8))));
  }

  /// Events of this process, newest first, the last thousand.
  public List<JsonNode> latest(int limit) {
    return latest.stream().limit(limit).toList();
  }

  /// Names of the buses, for people.
  public List<String> names() {
    return machines.keySet().stream().filter(name -> !name.equals("default")).sorted().toList();
  }
}
