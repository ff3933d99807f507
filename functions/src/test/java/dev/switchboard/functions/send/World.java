package dev.switchboard.functions.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.OwnerId;
import dev.switchboard.contact.NumberRegistry;
import dev.switchboard.functions.Aws;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.aws.DynamoEngine;
import dev.switchboard.functions.http.Calls;
import dev.switchboard.functions.http.Endpoint;
import dev.switchboard.functions.outreach.KeepSettings;
import dev.switchboard.functions.outreach.SmartSend;
import dev.switchboard.functions.outreach.WritePlan;
import dev.switchboard.outreach.Execution;
import dev.switchboard.send.Openings.Opening;
import dev.switchboard.send.Send;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sfn.SfnClient;

/// One owner's product in a time of its own: tables on Amazon's engine, queues that go by the
/// test's clock, the outbox as provider, and processes that may die.
final class World {

  /// Monday, 13:00 in New York.
  static final Instant MONDAY = Instant.parse("2026-11-23T18:00:00Z");

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final DynamoEngine engine;
  private final String scenario;
  private final OwnerId owner = new OwnerId("owner-" + COUNT.incrementAndGet());
  private final Messages messages = new Messages(this::now);
  private final List<String> events = new ArrayList<>();
  private final Fragile fragile = new Fragile();
  private NumberRegistry registry = NumberRegistry.NONE;
  private SfnClient machines;
  private boolean fenced = true;
  private boolean sweeping;
  private volatile Instant now = MONDAY;

  /// @param engine with the tables of [#engine]
  /// @param scenario of the outbox, JSON in single quotes
  World(DynamoEngine engine, String scenario) {
    this.engine = engine;
    this.scenario = scenario.replace('\'', '"');
    answer(
        KeepSettings::new,
        "PUT /api/smart-send/settings",
        """
        {'sender': {'company': 'Acme', 'postal_address': '1 Main St, New York, NY 10001'},
         'attested': ['voice_call', 'voicemail', 'sms']}
        """,
        "");
  }

  static DynamoEngine engine() {
    return new DynamoEngine(
        "Contacts", "Sends", "Decisions", "Outreach", "Campaigns", "Contractors", "Outbox");
  }

  /// The process that may die or be made to wait.
  Fragile fragile() {
    return fragile;
  }

  /// Lets every worker of this world write over what another one wrote.
  void withoutFence() {
    fenced = false;
  }

  /// Plugs a register of phone numbers in.
  void plug(NumberRegistry numbers) {
    registry = numbers;
  }

  /// Lets signals reach machines; sends start none.
  void machines(SfnClient client) {
    machines = client;
  }

  OwnerId owner() {
    return owner;
  }

  Instant now() {
    return now;
  }

  Messages messages() {
    return messages;
  }

  /// Names of the events told so far.
  List<String> events() {
    return List.copyOf(events);
  }

  void advance(Duration by) {
    now = now.plus(by);
  }

  /// A new process.
  Services services() {
    return services(fragile);
  }

  /// A new process of which nothing is known but that it may die as `fragile` says.
  Services services(Fragile fragile) {
    var told = new Told(events, fragile);
    var aws =
        new Aws(
            new FragileDynamo(engine.client(), fragile, fenced),
            new Messages.Client(messages, fragile),
            () -> told,
            () -> machines);
    return Services.of(Surroundings.of(scenario), aws, this::now, registry);
  }

  /// Orders, as a process that may die.
  ///
  /// @param body JSON in single quotes
  /// @return status; 0 if the process died
  int order(String body, String key) {
    fragile.arm(true);
    try {
      return answer(SmartSend::new, "POST /api/smart-send", body, key).path("statusCode").asInt();
    } catch (Fragile.Died e) {
      fragile.restart();
      return 0;
    } finally {
      fragile.arm(false);
    }
  }

  /// Orders, and has the plan written; nothing has left yet.
  void orderAndWrite(String body) {
    fragile.spared(() -> order(body, ""));
    for (var plan = messages.receive("plans"); plan.isPresent(); plan = messages.receive("plans")) {
      var event = plan.get();
      fragile.spared(() -> write(event));
    }
  }

  private int write(JsonNode event) {
    work(event, () -> new WritePlan(services()).handle(event, () -> 60_000));
    return 0;
  }

  private JsonNode answer(
      Function<Services, ? extends Endpoint> function, String route, String body, String key) {
    var event =
        Calls.event(it -> {
          it.put("routeKey", route);
          it.put("rawPath", route.substring(route.indexOf('/')));
          it.put("rawQueryString", "");
          it.remove("queryStringParameters");
          it.remove("pathParameters");
          it.put("body", body.replace('\'', '"'));
          it.put("isBase64Encoded", false);
          var headers = it.putObject("headers");
          headers.put("content-type", "application/json");
          if (!key.isEmpty()) headers.put("idempotency-key", key);
          claims((ObjectNode) it.path("requestContext"));
        });
    return Calls.answer(function.apply(services()), event);
  }

  private void claims(ObjectNode context) {
    var jwt = context.putObject("authorizer").putObject("jwt");
    jwt.putObject("claims")
        .put("sub", "mary")
        .put("owner", owner.value())
        .put("roles", "[manager]");
  }

  /// Lets time pass until nothing is left to do, or ten days are over.
  void live() {
    var end = now.plus(Duration.ofDays(10));
    while (now.isBefore(end)) {
      work();
      TroubleTest.sweep(this);
      if (open().isEmpty() && messages.next().isEmpty()) return;
      var soonest = now.plusSeconds(60);
      var next = next().filter(it -> it.isAfter(soonest)).orElse(soonest);
      now = next.isAfter(end) ? end : next;
    }
  }

  private Optional<Instant> next() {
    var services = services(new Fragile());
    var due =
        open().stream()
            .flatMap(opening -> services.openings().markers(opening).stream())
            .map(marker -> marker.due().orElse(now))
            .toList();
    var times = new ArrayList<>(due);
    messages.next().ifPresent(times::add);
    return times.stream().min(Instant::compareTo);
  }

  private List<Opening> open() {
    return services(new Fragile()).openings().all().stream()
        .filter(it -> it.owner().equals(owner))
        .toList();
  }

  /// Works off every message that is visible.
  void work() {
    while (true) {
      var plan = messages.receive("plans");
      var send = messages.receive("sends");
      var report = messages.receive("reports");
      if (plan.isEmpty() && send.isEmpty() && report.isEmpty()) return;
      plan.ifPresent(it -> work(it, () -> new WritePlan(services()).handle(it, () -> 60_000)));
      send.ifPresent(it -> work(it, () -> new DeliverSends(services()).handle(it, () -> 60_000)));
      report.ifPresent(it -> work(it, () -> new ApplyReports(services()).handle(it, () -> 60_000)));
    }
  }

  private void work(JsonNode event, Supplier<Batch.Answer> function) {
    mortal(
        true,
        () -> {
          if (function.get().batchItemFailures().isEmpty()) messages.delete(event);
        });
  }

  void sweep() {
    mortal(
        sweeping,
        () -> new SweepSends(services()).handle(new SweepSends.Input(false), () -> 60_000));
  }

  private void mortal(boolean counted, Runnable what) {
    fragile.arm(counted);
    try {
      what.run();
    } catch (Fragile.Died e) {
      fragile.restart();
    } finally {
      fragile.arm(false);
    }
  }

  /// Whether the sweeper's requests count too.
  void countSweeps() {
    sweeping = true;
  }

  /// The owner's executions, latest first.
  List<Execution> executions() {
    return services(new Fragile()).executions().list(owner, Optional.empty(), 100);
  }

  /// All sends of an execution.
  List<Send> sends(Execution execution) {
    var ledger = services(new Fragile()).ledger();
    return IntStream.range(0, execution.shards())
        .boxed()
        .flatMap(shard -> ledger.shard(owner, execution.id(), shard).stream())
        .sorted(Comparator.comparing(send -> send.id().value()))
        .toList();
  }

  /// The id of the send of each message that the provider took.
  List<String> calls() {
    return engine.client().scanPaginator(scan -> scan.tableName("Outbox")).items().stream()
        .filter(item -> item.containsKey("provider_id"))
        .filter(item -> item.get("owner").s().equals(owner.value()))
        .map(item -> item.get("pk").s())
        .sorted()
        .toList();
  }
}
