package dev.switchboard.send;

import dev.switchboard.contact.Channel;
import java.time.Duration;

/// The ledger's own times, with their reasons.
public final class Timing {

  /// Longest an attempt may take before it counts as unclear; providers answer within 10 seconds.
  public static final Duration LEASE = Duration.ofSeconds(45);

  /// A request is not begun with less than this left of the lease or of the invocation.
  public static final Duration ATTEMPT = Duration.ofSeconds(10);

  /// No provider keeps a message longer than this before it delivers it.
  public static final Duration VALIDITY = Duration.ofHours(1);

  /// A provider's list is trusted to lack a send only this long after the attempt.
  public static final Duration SETTLING = Duration.ofMinutes(10);

  /// How often an unclear send is looked for.
  public static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  /// An unclear send is given to a person after this.
  public static final Duration PARKING = Duration.ofMinutes(60);

  /// A queue message is taken for lost when its send is this long overdue.
  public static final Duration OWED = Duration.ofSeconds(60);

  /// The same while the queue is long: messages are late then, and sending them again makes it
  /// longer.
  public static final Duration OWED_WHEN_BUSY = Duration.ofMinutes(15);

  /// While the queue is long, a shard whose sends wait in it is looked at no sooner than after
  /// this.
  public static final Duration LOOKED_WHEN_BUSY = Duration.ofMinutes(5);

  /// What was opened this long ago and not written to its end is not written any more: a request is
  /// answered within seconds, and made again within minutes.
  public static final Duration NEGLECT = Duration.ofMinutes(15);

  /// How often a purpose that waits for a person is looked at.
  public static final Duration WAITING = Duration.ofMinutes(10);

  /// Attempts that a provider certainly did not take, before the channel is given up.
  public static final int MAX_NOT_TAKEN = 3;

  /// First wait after such an attempt; doubled each time.
  public static final Duration BACKOFF = Duration.ofMinutes(1);

  /// Attempts in all before a channel is given up whose provider cannot deliver for the time being.
  public static final int MAX_PASSING = 3;

  /// First wait after such an attempt: a handset is switched on again, a carrier's queue empties.
  /// Doubled each time.
  public static final Duration PASSING = Duration.ofMinutes(15);

  private Timing() {}

  /// A send without any report is closed after this: calls end within minutes, mail may be
  /// deferred.
  static Duration patience(Channel channel) {
    return switch (channel) {
      case VOICE_CALL, VOICEMAIL -> Duration.ofHours(2);
      case SMS, EMAIL -> Duration.ofHours(24);
    };
  }

  /// When an accepted send is asked after, for the `asked`-th time from 0: reports get lost.
  static Duration poll(int asked) {
    return Duration.ofMinutes(5).multipliedBy(1L << Math.min(asked, 8));
  }
}
