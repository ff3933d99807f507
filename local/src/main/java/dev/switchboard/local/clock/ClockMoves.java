package dev.switchboard.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/// Moves the clock from due time to due time and lets everything settle in between.
///
/// A schedule that would fire more than [#MOST_FIRINGS] times in one move fires that often, evenly
/// spread: a week is not ten thousand sweeps. All others fire at each of their times.
public final class ClockMoves {

  static final int MOST_FIRINGS = 400;

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final MovableClock clock;
  private final Activity activity;
  private final Timers timers;
  private final List<Schedule> schedules;
  private final Surroundings surroundings;
  private final ReentrantLock one = new ReentrantLock();

  /// What else has due times and needs to settle.
  public interface Surroundings {

    /// The next time after `now` at which something hidden or delayed shows itself.
    Optional<Instant> nextDue(Instant now);

    /// Told after every step, before settling: what is visible now is to be fetched.
    void moved();

    /// Asks those who wait for a batch to fill not to, until told otherwise.
    void hurry(boolean on);

    /// Whether nothing waits to be worked on.
    boolean drained();
  }

  /// @param schedules of which a move visits every firing
  public ClockMoves(Time time, List<Schedule> schedules, Surroundings surroundings) {
    this.clock = time.clock();
    this.activity = time.activity();
    this.timers = time.timers();
    this.schedules = List.copyOf(schedules);
    this.surroundings = surroundings;
  }

  /// Moves forward by `duration`.
  ///
  /// @throws IllegalArgumentException when it is negative
  public void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("the clock only moves forward: " + duration);
    }
    locked(() -> move(clock.instant().plus(duration)));
  }

  /// Moves forward to `time`.
  ///
  /// @throws IllegalArgumentException when it is past
  public void set(Instant time) {
    if (time.isBefore(clock.instant())) {
      throw new IllegalArgumentException(
          "the clock only moves forward: it is %s, %s is past".formatted(clock.instant(), time));
    }
    locked(() -> move(time));
  }

  /// Moves forward to wall time and follows it.
  ///
  /// @throws IllegalArgumentException when the clock is ahead of it
  public void real() {
    if (clock.offset().isPositive()) {
      throw new IllegalArgumentException(
          "the clock is %s ahead of real time and never runs backwards: start on a fresh folder"
              .formatted(clock.offset()));
    }
    locked(() -> {
      move(clock.wall());
      activity.whenIdle(PATIENCE, clock::follow);
    });
  }

  /// Waits until no function runs and no message waits that could be taken now.
  ///
  /// @return false when there still was something after 15 s
  public boolean settle() {
    surroundings.hurry(true);
    try {
      return settled();
    } finally {
      surroundings.hurry(false);
    }
  }

  private boolean settled() {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      if (!activity.awaitIdle(Duration.ofNanos(end - System.nanoTime()))) return false;
      if (surroundings.drained() && activity.running() == 0) return true;
      surroundings.moved();
      pause();
    }
    return false;
  }

  private void locked(Runnable move) {
    one.lock();
    try {
      move.run();
    } finally {
      one.unlock();
    }
  }

  private void move(Instant target) {
    settle();
    var stops = stops(schedules, clock.instant(), target);
    while (clock.instant().isBefore(target)) {
      var now = clock.instant();
      stops.headSet(now, true).clear();
      var next = target;
      if (!stops.isEmpty()) next = earlier(next, stops.first());
      var due = surroundings.nextDue(now);
      if (due.isPresent()) next = earlier(next, due.get());
      step(next);
    }
  }

  private void step(Instant next) {
    activity.whenIdle(PATIENCE, () -> clock.moveTo(next));
    timers.runDue();
    surroundings.moved();
    settle();
  }

  /// The times within `(from, to]` at which a move stops for schedules.
  static NavigableSet<Instant> stops(List<Schedule> schedules, Instant from, Instant to) {
    var stops = new TreeSet<Instant>();
    for (var schedule : schedules) {
      var all = firings(schedule, from, to, Duration.ZERO);
      var gap = Duration.between(from, to).dividedBy(MOST_FIRINGS);
      stops.addAll(all.size() > MOST_FIRINGS ? firings(schedule, from, to, gap) : all);
    }
    return stops;
  }

  private static List<Instant> firings(Schedule schedule, Instant from, Instant to, Duration gap) {
    var found = new ArrayList<Instant>();
    var next = schedule.after(from);
    while (next.isPresent() && !next.get().isAfter(to) && found.size() <= MOST_FIRINGS) {
      found.add(next.get());
      next = schedule.after(next.get().plus(gap));
    }
    return found;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static void pause() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
