package dev.switchboard.local.reliability;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Who takes the messages of a run and counts them, and by whom it goes when the victim is to die.
interface Side extends AutoCloseable {

  /// Settings that lead the victim to it.
  Map<String, String> settings();

  /// Whether kills are to hit every phase.
  boolean byPhases();

  /// A life of the victim has begun.
  ///
  /// @param url where it listens
  void leadTo(String url);

  /// Waits until the victim is to die.
  ///
  /// @param life from 0
  void awaitMoment(int life, Tally tally);

  /// Tells the victim all that is left to be told.
  void rest();

  /// The messages that were taken.
  ///
  /// @param url of the running instance
  List<Books.Call> taken(String url);

  /// What was wrong with requests; empty if nothing was.
  List<String> wrong();

  @Override
  void close();

  /// A moment that does not come is not waited for for long.
  static void await(BooleanSupplier moment) {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!moment.getAsBoolean() && System.nanoTime() < end)
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(50));
  }
}
