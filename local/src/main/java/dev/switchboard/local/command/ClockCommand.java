package dev.switchboard.local.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows or moves the clock of the running instance.
@Command(name = "clock", description = "Shows the clock, or moves it forward.")
final class ClockCommand implements Runnable {

  @Option(names = "--advance", paramLabel = "DURATION", description = "By how much: PT90M, P1D")
  private Optional<Duration> advance = Optional.empty();

  @Option(names = "--set", paramLabel = "TIME", description = "To when: 2026-11-23T18:00:00Z")
  private Optional<Instant> set = Optional.empty();

  @Option(names = "--real", description = "To real time, which it then follows")
  private boolean real;

  @Option(
      names = "--state",
      defaultValue = ".switchboard",
      description = "Folder of the running instance. Default: ${DEFAULT-VALUE}")
  private Path state = Path.of(".switchboard");

  @Override
  public void run() {
    var running = new Running(state);
    System.out.println(
        move()
            .map(json -> running.post("/dev/clock", json))
            .orElseGet(() -> running.get("/dev/clock")));
  }

  private Optional<String> move() {
    if (real) return Optional.of("{\"real\":true}");
    return advance
        .map("{\"advance\":\"%s\"}"::formatted)
        .or(() -> set.map("{\"set\":\"%s\"}"::formatted));
  }
}
