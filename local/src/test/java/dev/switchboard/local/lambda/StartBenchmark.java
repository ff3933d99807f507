package dev.switchboard.local.lambda;

import dev.switchboard.functions.outreach.SmartSend;
import dev.switchboard.functions.send.DeliverSends;
import dev.switchboard.functions.webhooks.ReceiveWebhooks;
import dev.switchboard.local.EmbeddedRuntime;
import dev.switchboard.local.RuntimeOptions;
import dev.switchboard.local.bench.Client;
import dev.switchboard.local.function.Invocation;
import dev.switchboard.local.lambda.LambdaProcess.Beginning;
import dev.switchboard.local.template.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Prints what functions cost of the processor's time as Lambda starts them: on demand, from a
/// snapshot, and for each lead once they are warm; beside a bare handler that makes as many
/// requests of the same kinds.
///
/// Each is a process of its own in AWS's runtime interface client, on what is deployed; its tables
/// and queues answer from this process, without TLS.
final class StartBenchmark {

  /// Starts of each kind; the median counts.
  private static final int STARTS = 5;

  private static final int BATCH = 10;

  /// Batches until a process is held to be warm: the compilers have then seen all that is called
  /// often.
  private static final int WARMING = 1_000;

  /// Batches that are measured.
  private static final int MEASURED = 300;

  /// Most leads of one order.
  private static final int ORDER = 5_000;

  private static final int LEADS = 3 * ORDER;

  private final EmbeddedRuntime runtime;
  private final Notes notes;
  private final Path folder;

  private StartBenchmark(EmbeddedRuntime runtime, Notes notes, Path folder) {
    this.runtime = runtime;
    this.notes = notes;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var notes = new Notes();
    var options =
        RuntimeOptions.inMemory(Path.of("..", "template.yaml"))
            .withEnvironment(Map.of("PUBLIC_URL", "${url}"))
            .withEnvironment(Webhook.SECRET)
            .withMaker(notes);
    try (var runtime = EmbeddedRuntime.start(options);
        var client = Client.of(runtime)) {
      client.settings("[]"); // so that all are sent an e-mail, which knows no night
      for (int from = 0; from < LEADS; from += ORDER) {
        var leads = IntStream.range(from, from + ORDER);
        var _ = client.post("/api/smart-send", Client.order("announcement", leads));
        notes.await(from + ORDER);
      }
      new StartBenchmark(runtime, notes, Files.createTempDirectory("switchboard-starts")).print();
    }
  }

  private void print() throws IOException, InterruptedException {
    var bare = new Subject(Bare.class.getName(), "DeliverSends", () -> "\"\"");
    print("a handler that answers at once", starts(bare));
    var deliver = new Subject(DeliverSends.class.getName(), "DeliverSends", () -> notes.batch(1));
    var accept = new Subject(SmartSend.class.getName(), "SmartSend", notes::order);
    var hear = new Subject(ReceiveWebhooks.class.getName(), "ReceiveWebhooks", notes::webhook);
    for (var subject : List.of(deliver, accept, hear)) compare(subject);
    printWaits(hear);
    var batch = new Subject(deliver.handler(), deliver.name(), () -> notes.batch(BATCH));
    var requests = requests(batch);
    System.out.println("the requests of a batch of ten: " + kinds(requests));
    var base = warm(new Subject(bare.handler(), bare.name(), () -> '"' + requests + '"'));
    var own = warm(batch);
    System.out.printf(
        "warm, a send of a batch of ten: %.2f ms, a bare handler %.2f ms%n", own, base);
  }

  /// What the vendor waits for.
  private void printWaits(Subject subject) throws IOException, InterruptedException {
    System.out.printf(
        "%s answers: on demand after %d ms, from a snapshot after %d ms, warm after %d ms%n",
        subject.name(),
        delay(Beginning.ON_DEMAND, subject, 0),
        delay(Beginning.SNAPSHOT, subject, 0),
        delay(Beginning.SNAPSHOT, subject, MEASURED));
  }

  /// Milliseconds by the clock until the answer, from the start where nothing was asked before.
  private long delay(Beginning beginning, Subject subject, int before)
      throws IOException, InterruptedException {
    var begun = System.nanoTime();
    try (var process = start(beginning, subject)) {
      for (int call = 0; call < before; call++) process.call(subject.events().next());
      if (before > 0 || beginning == Beginning.SNAPSHOT) begun = System.nanoTime();
      process.call(subject.events().next());
      return (System.nanoTime() - begun) / 1_000_000;
    }
  }

  private static String kinds(String requests) {
    return Stream.of(requests.split(" "))
        .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()))
        .toString();
  }

  private void compare(Subject subject) throws IOException, InterruptedException {
    var requests = requests(subject);
    var bare = new Subject(Bare.class.getName(), subject.name(), () -> '"' + requests + '"');
    System.out.println("the requests of " + subject.name() + ": " + requests);
    var base = starts(bare);
    print("a bare handler with these", base);
    var own = starts(subject);
    print(subject.name(), own);
    System.out.println("classes loaded by then: " + classes(subject));
    System.out.printf(
        "ratio: on demand %.2f, from a snapshot %.2f%n",
        ratio(own.onDemand(), base.onDemand()), ratio(own.restored(), base.restored()));
  }

  private static double ratio(Duration own, Duration base) {
    return (double) own.toMillis() / base.toMillis();
  }

  private static void print(String what, Starts starts) {
    System.out.printf(
        "%s: on demand %d ms, from a snapshot %d ms%n",
        what, starts.onDemand().toMillis(), starts.restored().toMillis());
  }

  /// What is started.
  ///
  /// @param name of the function in the template whose environment it gets
  /// @param events a fresh one each time
  private record Subject(String handler, String name, Events events) {}

  private interface Events {
    String next() throws InterruptedException;
  }

  /// Processor's time until the first answer; medians.
  ///
  /// @param restored without what came before the snapshot
  private record Starts(Duration onDemand, Duration restored) {}

  /// What one call asks of the engines, by kind.
  private String requests(Subject subject) throws InterruptedException {
    notes.take(subject.handler());
    var event = subject.events().next().getBytes(StandardCharsets.UTF_8);
    if (!(runtime.call(subject.name(), event) instanceof Invocation.Answered))
      throw new IllegalStateException(subject.name() + " failed");
    return String.join(" ", notes.take(subject.handler()));
  }

  private Starts starts(Subject subject) throws IOException, InterruptedException {
    return new Starts(median(Beginning.ON_DEMAND, subject), median(Beginning.SNAPSHOT, subject));
  }

  private Duration median(Beginning beginning, Subject subject)
      throws IOException, InterruptedException {
    var spent = new Duration[STARTS];
    for (int start = 0; start < STARTS; start++) {
      try (var process = start(beginning, subject)) {
        process.call(subject.events().next());
        spent[start] = process.spent();
      }
    }
    return Stream.of(spent).sorted().skip(STARTS / 2).findFirst().orElseThrow();
  }

  private LambdaProcess start(Beginning beginning, Subject subject)
      throws IOException, InterruptedException {
    return start(beginning, subject, Map.of());
  }

  private LambdaProcess start(Beginning beginning, Subject subject, Map<String, String> more)
      throws IOException, InterruptedException {
    var function = named(subject.name());
    var environment = new HashMap<>(function.environment());
    environment.putAll(more);
    environment.putAll(Webhook.SECRET);
    var started =
        new Template.Function(
            function.name(), subject.handler(), function.timeout(), environment, List.of());
    var own = Files.createTempDirectory(folder, "start");
    var process = LambdaProcess.start(beginning, started, runtime, own);
    if (beginning == Beginning.SNAPSHOT) process.restore();
    return process;
  }

  /// Classes that a process has loaded with its first answer.
  private long classes(Subject subject) throws IOException, InterruptedException {
    var log = Files.createTempFile(folder, "classes", ".txt");
    var logging = Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + log);
    try (var process = start(Beginning.ON_DEMAND, subject, logging)) {
      process.call(subject.events().next());
    }
    try (var lines = Files.lines(log)) {
      return lines.count();
    }
  }

  private Template.Function named(String name) {
    return runtime.template().functions().stream()
        .filter(function -> function.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// Milliseconds of the processor's time for each of a batch, once it was called often.
  private double warm(Subject subject) throws IOException, InterruptedException {
    try (var process = start(Beginning.SNAPSHOT, subject)) {
      for (int call = 0; call < WARMING; call++) process.call(subject.events().next());
      var before = process.spent();
      for (int call = 0; call < MEASURED; call++) process.call(subject.events().next());
      return process.spent().minus(before).toMillis() / (double) (MEASURED * BATCH);
    }
  }
}
