package dev.switchboard.local.reliability;

import dev.switchboard.local.product.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Kills the victim again and again, lets it end in peace, and has it audited.
final class KillRun {

  /// Monday, 13:00 in New York, weeks away from any holiday.
  private static final Instant MONDAY = Instant.parse("2027-03-01T18:00:00Z");

  private static final long LONGEST_WAIT_SECONDS = 20;

  /// How long a full disk stays full.
  private static final Duration FULL = Duration.ofSeconds(5);

  private static final long GLANCE_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

  private final KillPlan plan;
  private final Path folder;
  private final Consumer<String> progress;
  private final Random random;
  private final Driver driver;
  private final Toll toll = new Toll();

  /// @param folder for all that the run leaves
  /// @param progress takes a line now and then
  KillRun(KillPlan plan, Path folder, Consumer<String> progress) {
    this.plan = plan;
    this.folder = folder;
    this.progress = progress;
    this.random = new Random(plan.seed());
    this.driver = new Driver(plan);
  }

  /// What came of a run.
  record Result(Toll toll, Audit audit) {

    private static final int SHOWN = 20;

    /// All of it, as a table; the first violations last.
    List<String> lines() {
      var violations = audit.violations();
      var some = violations.stream().limit(SHOWN);
      var count = Stream.of("  %d violations".formatted(violations.size()));
      return Stream.of(toll.lines().stream(), audit.lines().stream(), count, some)
          .flatMap(lines -> lines)
          .toList();
    }
  }

  Result run() {
    prepare();
    for (int life = 0; life < plan.kills() || missed(life); life++) {
      lived(life);
      progress.accept("kill %d: %s".formatted(life + 1, toll.last()));
    }
    return ended();
  }

  /// Goes on with a run that was broken off, which was a kill as well: with its last life.
  Result resume() {
    for (int life = 0; Files.exists(folder.resolve("tally-" + life)); life++)
      toll.killed(tally(life));
    return ended();
  }

  private Result ended() {
    progress.accept("the last life: all that is left to do");
    try (var child = child(toll.kills());
        var api = child.api()) {
      driver.drain(api, progress);

      toll.lived(tally(toll.kills()));
      var executions = driver.executions().values();
      var books = Books.of(child.url(), api, executions);
      // Gone for sure, before anybody removes the folder.
      child.kill();
      return new Result(toll, Audit.of(plan, books, executions.size()));
    }
  }

  /// Orders until the disk is full, makes room after a while, and goes on to the end.
  ///
  /// @param kilobytes that the tables' file may have meanwhile
  Result runOnFullDisk(long kilobytes) throws IOException, InterruptedException {
    prepare();
    try (var child = Child.limited(kilobytes, folder, Victim.class.getName(), words(0));
        var api = child.api()) {
      var ordering = CompletableFuture.runAsync(() -> driver.order(api));
      var tables = state().resolve("data.db");
      await(() -> tables.toFile().length() >= kilobytes << 10);
      Thread.sleep(FULL);
      progress.accept("full for %s, ordered all: %s".formatted(FULL, ordering.isDone()));
      child.unlimit();
      ordering.join();
      driver.drain(api, progress);
      toll.lived(tally(0));
      var books = Books.of(child.url(), api, driver.executions().values());
      child.kill();
      return new Result(toll, Audit.of(plan, books, driver.executions().size()));
    }
  }

  /// Some phases are short: a few more kills make sure that none is left out.
  private boolean missed(int life) {
    return plan.kills() > 0 && life < 2 * plan.kills() && !toll.everyPhase();
  }

  private void prepare() {
    try {
      var state = Files.createDirectories(state());
      Files.writeString(state.resolve("clock"), Duration.between(Instant.now(), MONDAY).toString());
      Files.writeString(scenario(), plan.scenario());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path state() {
    return folder.resolve("state");
  }

  private Path scenario() {
    return folder.resolve("scenario.json");
  }

  private Tally tally(int life) {
    return Tally.in(folder.resolve("tally-" + life));
  }

  private Child child(int life) {
    return Child.start(folder, Victim.class.getName(), words(life));
  }

  private List<String> words(int life) {
    var arguments =
        new Victim.Arguments(
            state(),
            scenario(),
            folder.resolve("tally-" + life),
            plan.seed() + life,
            plan.claims());
    return arguments.words();
  }

  /// One life of the victim, until it is killed.
  private void lived(int life) {
    var tally = tally(life);
    try (var child = child(life);
        var api = child.api()) {
      var driving = Thread.ofVirtual().start(() -> driver.live(api, life));
      awaitMoment(life, tally);
      child.kill();
      toll.killed(tally);
      join(driving);
    }
  }

  /// Every fifth life ends anywhere, the others in a certain phase after a certain share of their
  /// work.
  private void awaitMoment(int life, Tally tally) {
    var calls = random.nextInt(plan.leadsPerOrder());
    var millis = random.nextInt(1, 1_500);
    var wanted = List.of(Phase.values()).get(life % Phase.values().length);
    if (life % 5 == 4) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
      return;
    }
    await(() -> tally.calls() >= calls);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis) / 30);
    await(() -> tally.in(wanted) > 0);
  }

  /// A moment that does not come is not waited for for long.
  private static void await(BooleanSupplier moment) {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
    while (!moment.getAsBoolean() && System.nanoTime() < end) LockSupport.parkNanos(GLANCE_NANOS);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
