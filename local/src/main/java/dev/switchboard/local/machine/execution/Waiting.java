package dev.switchboard.local.machine.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// What a walk waits for.
public sealed interface Waiting {

  /// For nothing: it goes on as soon as its turn comes.
  record Ready() implements Waiting {}

  /// For its siblings to end: no more than so many run at once.
  record Queued() implements Waiting {}

  /// For the time that a Wait state names.
  ///
  /// @param mark tells one waiting of an execution from every other
  record Until(Instant due, long mark) implements Waiting {}

  /// For the next attempt after a failure.
  record Pause(Instant due, long mark) implements Waiting {}

  /// For a task to be done.
  ///
  /// @param token that ends it; absent: the answer does
  /// @param handedOver whether the answer came, so that only the token is awaited
  record Work(
      long mark,
      JsonNode arguments,
      Optional<String> token,
      boolean handedOver,
      Optional<Instant> timeout,
      Optional<Heartbeat> heartbeat)
      implements Waiting {

    Work once(boolean handedOver) {
      return new Work(mark, arguments, token, handedOver, timeout, heartbeat);
    }

    Work beating(Instant now) {
      return new Work(
          mark, arguments, token, handedOver, timeout, heartbeat.map(beat -> beat.after(now)));
    }
  }

  /// @param silence longest allowed
  /// @param due when it will have lasted too long
  record Heartbeat(Duration silence, Instant due) {
    Heartbeat after(Instant now) {
      return new Heartbeat(silence, now.plus(silence));
    }
  }

  /// For the walks below it.
  ///
  /// @param total how many there are
  /// @param begun how many have begun
  /// @param ended how many ended well
  /// @param broken how many failed, as far as that is tolerated
  /// @param tolerated most that may fail; absent: none, and the failure is the state's own
  record Children(int total, int begun, int ended, int broken, Optional<Integer> tolerated)
      implements Waiting {

    Children oneMoreBegun() {
      return new Children(total, begun + 1, ended, broken, tolerated);
    }

    Children oneMoreEnded() {
      return new Children(total, begun, ended + 1, broken, tolerated);
    }

    Children oneMoreBroken() {
      return new Children(total, begun, ended, broken + 1, tolerated);
    }

    boolean over() {
      return ended + broken == total;
    }
  }

  /// For nothing any more: it ended well, and its siblings have not.
  record Ended(JsonNode output) implements Waiting {}

  /// For nothing any more: it failed, which is tolerated.
  record Broken(Failure failure) implements Waiting {}

  /// The mark and the next due time, where time ends this waiting.
  default Optional<Alarm> alarm() {
    return switch (this) {
      case Until(var due, var mark) -> Optional.of(new Alarm(mark, due));
      case Pause(var due, var mark) -> Optional.of(new Alarm(mark, due));
      case Work work ->
          Stream.concat(work.timeout.stream(), work.heartbeat.map(Heartbeat::due).stream())
              .min(Instant::compareTo)
              .map(due -> new Alarm(work.mark, due));
      case Ready _, Queued _, Children _, Ended _, Broken _ -> Optional.empty();
    };
  }

  /// Whether nothing is done for whoever waits like this, so that only time or somebody ends it.
  default boolean idle() {
    return !(this instanceof Work work) || work.token().isPresent();
  }

  /// @param due when to look
  record Alarm(long mark, Instant due) {}
}
