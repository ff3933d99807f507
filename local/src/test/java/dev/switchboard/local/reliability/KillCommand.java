package dev.switchboard.local.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The kill test as long as one likes: tells how it goes, and ends with 1 if a promise was broken;
/// then its folder stays.
@Command(name = "kill", mixinStandardHelpOptions = true)
final class KillCommand implements Callable<Integer> {

  @Option(names = "--leads", defaultValue = "100000", description = "Default: ${DEFAULT-VALUE}")
  private int leads;

  @Option(names = "--kills", defaultValue = "200", description = "Default: ${DEFAULT-VALUE}")
  private int kills;

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--faults",
      defaultValue = "0.06",
      description = "Share of leads that the outbox fails. Default: ${DEFAULT-VALUE}")
  private double faults;

  @Option(names = "--unclaimed", description = "Lets workers claim what others have: it must fail.")
  private boolean unclaimed;

  @Option(names = "--vendors", description = "Messages go to the four vendors, as stubs.")
  private boolean vendors;

  @Option(
      names = "--resume",
      paramLabel = "FOLDER",
      description =
          "Goes on with a run of the same size and seed that was broken off: with its last life.")
  private Optional<Path> resume = Optional.empty();

  static void main(String... arguments) {
    System.exit(new CommandLine(new KillCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    var began = System.nanoTime();
    var folder = resume.isPresent() ? resume.get() : folder();
    var plan = new KillPlan(leads, kills, seed, faults, !unclaimed, vendors);
    System.out.println(plan + " in " + folder);
    var run =
        new KillRun(plan, folder, line -> System.out.printf("%,7d s  %s%n", seconds(began), line));
    var result = resume.isPresent() ? run.resume() : run.run();
    result.lines().forEach(System.out::println);
    System.out.printf("  %,d seconds%n", seconds(began));
    result.wrong().forEach(System.out::println);
    if (!result.audit().violations().isEmpty() || !result.wrong().isEmpty()) return 1;
    remove(folder);
    return 0;
  }

  /// Removes a folder with all that is in it.
  static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    }
  }

  private static long seconds(long began) {
    return (System.nanoTime() - began) / 1_000_000_000;
  }

  /// In memory where there is such a folder: a kill never loses what was written to a file, so that
  /// waiting for a disk would show nothing.
  static Path folder() throws IOException {
    var memory = Path.of("/dev/shm");
    return Files.isWritable(memory)
        ? Files.createTempDirectory(memory, "switchboard-kill")
        : Files.createTempDirectory("switchboard-kill");
  }
}
