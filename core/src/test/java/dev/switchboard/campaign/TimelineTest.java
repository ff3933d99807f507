package dev.switchboard.campaign;

import static java.time.Duration.ofHours;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.campaign.Timeline.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

  /// CAM-16, CAM-C9 and the pinned values.
  @Test
  void check_ins_come_after_a_quarter_a_half_three_quarters_and_nine_tenths() {
    assertEquals(minutes(90, 180, 270, 324), checkIns(6));
    assertEquals(minutes(360, 720, 1_080, 1_296), checkIns(24));
    assertEquals(minutes(42 * 60, 84 * 60, 126 * 60, 9_072), checkIns(168));
  }

  @Test
  void by_the_clock_a_timeline_is_one_window() {
    var timeline = Timeline.wallClock(START, 6);

    assertEquals(START.plus(ofHours(6)), timeline.deadline());
    assertEquals(START, timeline.at(0));
    assertEquals(timeline.deadline(), timeline.at(100));
  }

  /// CAM-C21.
  @Test
  void sendable_hours_count_only_while_something_can_leave() {
    var timeline = Timeline.sendable(START, 10, new Daytime()).orElseThrow();

    assertEquals(
        List.of(
            new Window(START, START.plus(ofHours(6))),
            new Window(START.plus(ofHours(17)), START.plus(ofHours(21)))),
        timeline.windows());
    assertEquals(START.plus(ofHours(5)), timeline.at(50));
    assertEquals(START.plus(ofHours(20)), timeline.at(90));
    assertEquals(ofHours(10), timeline.length());
  }

  @Test
  void a_timeline_that_begins_at_night_begins_in_the_morning() {
    var night = Instant.parse("2026-03-02T22:00:00Z");

    assertEquals(
        Instant.parse("2026-03-03T08:00:00Z"),
        Timeline.sendable(night, 1, new Daytime()).orElseThrow().start());
  }

  @Test
  void hours_that_never_come_are_no_timeline() {
    assertEquals(Optional.empty(), Timeline.sendable(START, 1, new Never()));
    assertEquals(
        Timeline.wallClock(START, 5), Timeline.sendable(START, 5, OpenHours.ALWAYS).orElseThrow());
  }

  private static List<Duration> checkIns(int hours) {
    var timeline = Timeline.wallClock(START, hours);
    return CampaignSettings.DEFAULT.checkIns().stream()
        .map(percent -> Duration.between(START, timeline.at(percent)))
        .toList();
  }

  private static List<Duration> minutes(int... minutes) {
    return Arrays.stream(minutes).mapToObj(Duration::ofMinutes).toList();
  }

  /// From 8 to 21 o'clock.
  private record Daytime() implements OpenHours {
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(21, 0);

    @Override
    public Optional<Instant> opening(Instant from) {
      var local = from.atOffset(ZoneOffset.UTC);
      if (local.toLocalTime().isBefore(OPENS)) return Optional.of(local.with(OPENS).toInstant());
      if (local.toLocalTime().isBefore(CLOSES)) return Optional.of(from);
      return Optional.of(local.plusDays(1).with(OPENS).toInstant());
    }

    @Override
    public Optional<Instant> closing(Instant from) {
      return Optional.of(from.atOffset(ZoneOffset.UTC).with(CLOSES).toInstant());
    }
  }

  private record Never() implements OpenHours {
    @Override
    public Optional<Instant> opening(Instant from) {
      return Optional.empty();
    }

    @Override
    public Optional<Instant> closing(Instant from) {
      return Optional.empty();
    }
  }
}
