package dev.switchboard.local.sample;

import dev.switchboard.contact.Rules;
import dev.switchboard.local.state.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Stream;

/// What the sample campaign is made of: the files of `samples/`, and the hour it begins at.
///
/// @param folder with `leads.csv`, `settings.json` and `scenario.json`
public record SampleFiles(Path folder) {

  /// The sample must be over before real time, so that the clock can be moved on to it.
  private static final Duration ROOM = Duration.ofDays(12);

  /// That the sample takes.
  private static final int DAYS = 9;

  /// `samples` beside the template.
  public static SampleFiles beside(Path template) {
    return new SampleFiles(template.toAbsolutePath().resolveSibling("samples"));
  }

  public boolean present() {
    return Files.isReadable(folder.resolve("leads.csv"));
  }

  String leads() {
    return text("leads.csv");
  }

  String settings() {
    return text("settings.json");
  }

  /// Scripted outcomes of the outbox.
  public String scenario() {
    return text("scenario.json");
  }

  private String text(String name) {
    var file = folder.resolve(name);
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new StartFailure(
          "The sample's file %s cannot be read: restore it, or start with --no-sample."
              .formatted(file),
          e);
    }
  }

  /// A Monday, 13:00 in New York, far enough back for the sample to end before `now`: a clock never
  /// runs backwards, so only from the past can it go on to real time. No holiday comes between.
  public static Instant monday(Instant now) {
    var latest =
        now.minus(ROOM)
            .atZone(Words.NEW_YORK)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .with(LocalTime.of(13, 0));
    var holidays = Rules.shipped().holidays();
    return Stream.iterate(latest, monday -> monday.minusWeeks(1))
        .filter(monday ->
            monday
                .toLocalDate()
                .datesUntil(monday.toLocalDate().plusDays(DAYS))
                .noneMatch(day -> holidays.stream().anyMatch(holiday -> holiday.on(day))))
        .findFirst()
        .orElseThrow()
        .toInstant();
  }
}
