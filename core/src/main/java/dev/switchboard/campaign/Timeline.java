package dev.switchboard.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The time that a campaign has, from its start to its deadline: by the clock, or counted only
/// while invitations can leave (CAM-C21).
///
/// @param windows in which its time runs, in their order; the first begins with the campaign
public record Timeline(List<Window> windows) {

  /// @param to exclusive, after `from`
  public record Window(Instant from, Instant to) {
    public Window {
      if (!from.isBefore(to))
        throw new IllegalArgumentException(
            "a window begins before it ends: %s to %s".formatted(from, to));
    }

    Duration length() {
      return Duration.between(from, to);
    }
  }

  public Timeline {
    windows = List.copyOf(windows);
    if (windows.isEmpty()) throw new IllegalArgumentException("a timeline has time: no window");
  }

  /// Hours of the clock.
  public static Timeline wallClock(Instant start, int hours) {
    return new Timeline(List.of(new Window(start, start.plus(Duration.ofHours(hours)))));
  }

  /// Hours in which invitations can leave; empty where so many never come.
  public static Optional<Timeline> sendable(Instant start, int hours, OpenHours open) {
    var windows = new ArrayList<Window>();
    var left = Duration.ofHours(hours);
    var at = start;
    while (left.isPositive()) {
      var opening = open.opening(at);
      if (opening.isEmpty()) return Optional.empty();
      var whole = opening.get().plus(left);
      at = open.closing(opening.get()).filter(closing -> closing.isBefore(whole)).orElse(whole);
      windows.add(new Window(opening.get(), at));
      left = left.minus(windows.getLast().length());
    }
    return Optional.of(new Timeline(windows));
  }

  public Instant start() {
    return windows.getFirst().from();
  }

  public Instant deadline() {
    return windows.getLast().to();
  }

  /// How much time runs in all.
  public Duration length() {
    return windows.stream().map(Window::length).reduce(Duration.ZERO, Duration::plus);
  }

  /// The moment at which so much of the time is over.
  ///
  /// @param percent 0 to 100
  public Instant at(int percent) {
    var left = length().multipliedBy(percent).dividedBy(100);
    for (var window : windows) {
      if (left.compareTo(window.length()) <= 0) return window.from().plus(left);
      left = left.minus(window.length());
    }
    return deadline();
  }
}
