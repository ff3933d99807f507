package dev.switchboard.local.command;

import dev.switchboard.functions.Json;
import dev.switchboard.local.sample.Words;
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
    var told =
        Json.tree(
            move()
                .map(json -> running.post("/dev/clock", json))
                .orElseGet(() -> running.get("/dev/clock")));
    System.out.println(
        sentence(
            Instant.parse(told.path("now").asText()), Instant.parse(told.path("real").asText())));
  }

  /// `The clock says Tue 17 Nov 07:03 in New York, 100 h 57 min behind real time.`
  static String sentence(Instant now, Instant real) {
    var apart = Duration.between(now, real);
    var minutes = apart.abs().toMinutes();
    var where =
        minutes == 0
            ? "which is real time"
            : "%d h %d min %s real time"
                .formatted(minutes / 60, minutes % 60, apart.isNegative() ? "ahead of" : "behind");
    return "The clock says %s in New York, %s.".formatted(Words.date(now), where);
  }

  private Optional<String> move() {
    if (real) return Optional.of("{\"real\":true}");
    return advance
        .map("{\"advance\":\"%s\"}"::formatted)
        .or(() -> set.map("{\"set\":\"%s\"}"::formatted));
  }
}
