package dev.switchboard.local.clock;

import dev.switchboard.local.state.StartFailure;
import dev.switchboard.local.state.StateFolder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Everything that belongs to the one clock of a running instance.
///
/// @param due when hidden things show themselves
public record Time(MovableClock clock, Activity activity, DueTimes due, Timers timers)
    implements AutoCloseable {

  private static final String FILE = "clock";

  /// @param state where the clock's offset is kept; absent: nowhere
  /// @param freshTime what the clock says when no offset is kept; absent: real time
  public static Time start(Optional<StateFolder> state, Optional<Instant> freshTime) {
    var wall = InstantSource.system();
    var kept = state.flatMap(folder -> folder.read(FILE)).map(Time::offset);
    var fresh = freshTime.map(time -> Duration.between(wall.instant(), time));
    var offset = kept.or(() -> fresh).orElse(Duration.ZERO);
    state.ifPresent(folder -> folder.write(FILE, offset.toString()));
    var clock =
        new MovableClock(
            wall, offset, next -> state.ifPresent(folder -> folder.write(FILE, next.toString())));
    var activity = new Activity();
    return new Time(clock, activity, new DueTimes(), new Timers(clock, activity));
  }

  private static Duration offset(String text) {
    try {
      return Duration.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new StartFailure(
          "The file clock of the state folder holds no duration: delete it, or start with another"
              + " --state.",
          e);
    }
  }

  @Override
  public void close() {
    timers.close();
  }
}
