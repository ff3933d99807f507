package dev.switchboard.campaign;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// A look at a campaign at a part of its time; it happens once.
public record CheckIn(Stage stage, Instant at, Status status) {

  public enum Status {
    WAITING,
    DONE,
    /// A later one acted in its place.
    SKIPPED
  }

  /// All check-ins of a timeline (CAM-16, CAM-C18).
  static List<CheckIn> of(Timeline timeline, CampaignSettings settings) {
    return Stream.of(Stage.values())
        .map(stage -> new CheckIn(stage, timeline.at(settings.percent(stage)), Status.WAITING))
        .toList();
  }

  boolean waits() {
    return status == Status.WAITING;
  }

  boolean due(Instant now) {
    return waits() && !at.isAfter(now);
  }

  CheckIn with(Status next) {
    return new CheckIn(stage, at, next);
  }
}
