package dev.switchboard.local.reliability;

import dev.switchboard.functions.Json;
import dev.switchboard.local.product.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Kills the victim again and again, lets it end in peace, and has it audited.
final class KillRun {

  /// Monday, 13:00 in New York, weeks away from any holiday.
  private static final Instant MONDAY = Instant.parse("2027-03-01T18:00:00Z");

  /// How long a full disk stays full.
  private static final Duration FULL = Duration.ofSeconds(5);

  private final KillPlan plan;
  private final Path folder;
  private final Consumer<String> progress;
  private final Driver driver;
  private final Side side;
  private final Toll toll = new Toll();

  /// @param folder for all that the run leaves
  /// @param progress takes a line now and then
  KillRun(KillPlan plan, Path folder, Consumer<String> progress) {
    this.plan = plan;
    this.folder = folder;
    this.progress = progress;
    this.driver = new Driver(plan);
    this.side = plan.vendors() ? new VendorSide(plan, state()) : new OutboxSide(plan);
  }

  /// What came of a run.
  ///
  /// @param wrong what vendors found wrong with requests
  record Result(Toll toll, Audit audit, List<String> wrong) {

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
    try (side) {
      return lives();
    }
  }

  private Result lives() {
    prepare();
    for (int life = 0; life < plan.kills() || missed(life); life++) {
      lived(life);
      progress.accept("kill %d: %s".formatted(life + 1, toll.last()));
    }
    return ended();
  }

  /// Goes on with a run that was broken off, which was a kill as well: with its last life.
  Result resume() {
    try (side) {
      return resumed();
    }
  }

  private Result resumed() {
    for (int life = 0; Files.exists(folder.resolve("tally-" + life)); life++)
      toll.killed(tally(life));
    return ended();
  }

  private Result ended() {
    progress.accept("the last life: all that is left to do");
    try (var child = child(toll.kills());
        var api = child.api()) {
      side.leadTo(child.url());
      driver.drain(api, progress);
      side.rest();
      api.advance(Duration.ZERO);

      toll.lived(tally(toll.kills()));
      var executions = driver.executions().values();
      var books = Books.of(child.url(), api, executions, side.taken(child.url()));
      // Gone for sure, before anybody removes the folder.
      child.kill();
      return new Result(toll, Audit.of(plan, books, executions.size()), side.wrong());
    }
  }

  /// Orders until the disk is full, makes room after a while, and goes on to the end.
  ///
  /// @param kilobytes that the tables' file may have meanwhile
  Result runOnFullDisk(long kilobytes) throws IOException, InterruptedException {
    prepare();
    try (side;
        var child = Child.limited(kilobytes, folder, Victim.class.getName(), words(0));
        var api = child.api()) {
      var ordering = CompletableFuture.runAsync(() -> driver.order(api));
      var tables = state().resolve("data.db");
      Side.await(() -> tables.toFile().length() >= kilobytes << 10);
      Thread.sleep(FULL);
      progress.accept("full for %s, ordered all: %s".formatted(FULL, ordering.isDone()));
      child.unlimit();
      ordering.join();
      driver.drain(api, progress);
      toll.lived(tally(0));
      var executions = driver.executions().values();
      var books = Books.of(child.url(), api, executions, side.taken(child.url()));
      child.kill();
      return new Result(toll, Audit.of(plan, books, executions.size()), side.wrong());
    }
  }

  /// Some phases are short: a few more kills make sure that none is left out.
  private boolean missed(int life) {
    return side.byPhases() && plan.kills() > 0 && life < 2 * plan.kills() && !toll.everyPhase();
  }

  private void prepare() {
    try {
      var state = Files.createDirectories(state());
      Files.writeString(state.resolve("clock"), Duration.between(Instant.now(), MONDAY).toString());
      Files.writeString(scenario(), plan.vendors() ? "{}" : plan.scenario());
      Files.writeString(providers(), Json.text(new Victim.Settings(side.settings())));
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

  private Path providers() {
    return folder.resolve("providers.json");
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
            providers(),
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
      side.leadTo(child.url());
      var driving = Thread.ofVirtual().start(() -> driver.live(api, life));
      side.awaitMoment(life, tally);
      child.kill();
      toll.killed(tally);
      join(driving);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
