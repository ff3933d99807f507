package dev.switchboard.functions.send;

import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;

/// Where a process dies, or lets another one pass, counted in the requests that it makes; and what
/// servers do with them.
final class Fragile {

  /// The end of a process: nothing that handles exceptions survives it.
  static final class Died extends Error {
    private static final long serialVersionUID = 1;

    Died() {
      super("died", null, false, false);
    }
  }

  /// What a server does with a request.
  enum Fate {
    FINE,
    /// Turned away: too many at once.
    REFUSED,
    /// Done, and the answer got lost.
    LOST
  }

  private int count;
  private Supplier<Fate> fates = () -> Fate.FINE;
  private int deathAt;
  private int pauseAt;
  private Runnable meanwhile = () -> {};
  private boolean armed;
  private boolean sparing;
  private boolean dead;
  private boolean diedOnce;

  /// The `request`-th request from now on still reaches the server, and is the last one.
  ///
  /// To die before a request is to die after the one before it.
  void dieAfter(int request) {
    count = 0;
    deathAt = request;
  }

  /// Before the `request`-th request from now on, something else happens.
  void pauseBefore(int request, Runnable meanwhile) {
    count = 0;
    pauseAt = request;
    this.meanwhile = meanwhile;
  }

  /// From now on the servers do with each request what `fates` says.
  void suffer(Supplier<Fate> fates) {
    this.fates = fates;
  }

  /// Requests are counted only while armed.
  void arm(boolean armed) {
    this.armed = armed;
  }

  /// Does something whose requests are not counted.
  <T> T spared(Supplier<T> action) {
    sparing = true;
    try {
      return action.get();
    } finally {
      sparing = false;
    }
  }

  int count() {
    return count;
  }

  boolean diedOnce() {
    return diedOnce;
  }

  void restart() {
    dead = false;
  }

  synchronized <T> T request(Supplier<T> action) {
    if (dead) throw new Died();
    if (!armed || sparing) return action.get();
    count++;
    if (count == pauseAt) meanwhile.run();
    if (count != deathAt) return fated(action);
    diedOnce = true;
    var _ = action.get();
    dead = true;
    throw new Died();
  }

  private <T> T fated(Supplier<T> action) {
    var fate = fates.get();
    if (fate == Fate.REFUSED) throw SdkClientException.create("throttled, after all retries");
    var answer = action.get();
    if (fate == Fate.LOST) throw SdkClientException.create("no answer, after all retries");
    return answer;
  }
}
