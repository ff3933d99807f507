package dev.switchboard.functions.send;

import dev.switchboard.Unavailable;
import dev.switchboard.functions.Handler.Remaining;
import dev.switchboard.functions.Trouble;
import dev.switchboard.functions.aws.Parallel;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.Openings;
import dev.switchboard.send.Openings.Marker;
import dev.switchboard.send.Openings.Opening;
import dev.switchboard.send.Purposes;
import dev.switchboard.send.Purposes.Standing;
import dev.switchboard.send.Send;
import dev.switchboard.send.State;
import dev.switchboard.send.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/// Finds sends that are due and that nobody was woken for: queue messages that were lost, holds
/// that ended, leases that ran out, providers that never reported. Closes purposes that are done.
///
/// Goes by open purposes and their markers, reads a shard only when something in it may be due, and
/// only points workers at sends; running it twice wakes them twice, no more. A purpose is closed in
/// the sweep after the one that found it settled, when another look at all of it agrees.
public final class Sweep {

  /// While more messages than this wait, one is taken for lost only after a longer time.
  private static final long BUSY = 1_000;

  /// Nothing is begun with less than this left.
  private static final long ENOUGH_MILLIS = 10_000;

  /// What is known of the messages in the queue.
  private enum Queued {
    /// It may have lost everything.
    NOTHING,
    /// A message for each send that fell due lately.
    WHAT_IS_DUE,
    /// So much that a message is rather late than lost.
    MUCH
  }

  private final Ledger ledger;
  private final Openings openings;
  private final Purposes purposes;
  private final SendQueue queue;
  private final InstantSource clock;

  public Sweep(
      Ledger ledger, Openings openings, Purposes purposes, SendQueue queue, InstantSource clock) {
    this.ledger = ledger;
    this.openings = openings;
    this.purposes = purposes;
    this.queue = queue;
    this.clock = clock;
  }

  /// @param restarted whether the queue may have lost everything: then age does not matter
  /// @return how many sends workers were woken for
  /// @throws Unavailable after all, if some purposes could not be swept
  public int sweep(boolean restarted, Remaining remaining) {
    var queued = restarted ? Queued.NOTHING : queued();
    // In another order each time: whoever is last when the time runs out is not always the same.
    var all = new ArrayList<>(openings.all());
    Collections.shuffle(all, ThreadLocalRandom.current());
    var failures = new ConcurrentLinkedQueue<RuntimeException>();
    var woken =
        Parallel.map(all, opening -> swept(opening, queued, remaining, failures)).stream()
            .mapToInt(count -> count)
            .sum();
    // After all the others: an alarm counts sweeps that failed.
    if (!failures.isEmpty())
      throw new Unavailable(failures.size() + " purposes could not be swept", failures.peek());
    return woken;
  }

  private Queued queued() {
    return queue.queue().depth().waiting() > BUSY ? Queued.MUCH : Queued.WHAT_IS_DUE;
  }

  private int swept(
      Opening opening, Queued queued, Remaining remaining, Queue<RuntimeException> failures) {
    if (remaining.millis() < ENOUGH_MILLIS) return 0;
    try {
      return sweep(opening, queued);
    } catch (RuntimeException e) {
      // Whatever it is: the others must be swept all the same.
      System.err.println("sweeping " + opening.purpose() + ": " + Trouble.line(e));
      failures.add(e);
      return 0;
    }
  }

  /// Looks at one purpose at once, whatever its markers say: it was paused, resumed or cancelled.
  public void sweep(Opening opening) {
    purposes.changed(opening.purpose());
    Parallel.each(
        openings.markers(opening), it -> look(opening, it, Queued.NOTHING, clock.instant()));
  }

  private int sweep(Opening opening, Queued queued) {
    var now = clock.instant();
    var markers = openings.markers(opening);
    if (queued == Queued.NOTHING || opening.since().plus(Timing.OWED).isBefore(now))
      purposes.unwritten(
          opening.owner(), opening.purpose(), Duration.between(opening.since(), now));
    if (markers.stream().allMatch(marker -> marker.due().isEmpty())) {
      close(opening, markers);
      return 0;
    }
    // Whoever found the queue long looked ahead.
    var horizon = queued == Queued.NOTHING ? now.plus(Timing.LOOKED_WHEN_BUSY) : now;
    return markers.stream()
        .filter(marker -> marker.due().filter(due -> !due.isAfter(horizon)).isPresent())
        .mapToInt(marker -> look(opening, marker, queued, now))
        .sum();
  }

  /// Sends that a look missed, because it came in the middle of a transaction, are found here.
  private boolean reopened(Opening opening, List<Marker> markers) {
    var found = false;
    for (var marker : markers) {
      var due = earliest(ledger.shard(opening.owner(), opening.purpose(), marker.shard()));
      if (due.isEmpty()) continue;
      openings.looked(opening, marker, due);
      found = true;
    }
    return found;
  }

  private void close(Opening opening, List<Marker> markers) {
    var standing = purposes.standing(opening.owner(), opening.purpose());
    if (growing(opening, standing, clock.instant()) || reopened(opening, markers)) return;
    // Told before: who dies on the way tells again.
    purposes.settled(opening.owner(), opening.purpose());
    openings.close(opening, markers);
  }

  private int look(Opening opening, Marker marker, Queued queued, Instant now) {
    var standing = purposes.standing(opening.owner(), opening.purpose());
    var sends = ledger.shard(opening.owner(), opening.purpose(), marker.shard());
    var wanted = wanted(standing, queued, now);
    var owed = sends.stream().filter(wanted).map(Send::id).toList();
    queue.wake(owed);
    if (standing instanceof Standing.Waiting(_, var written) && written)
      openings.looked(opening, marker, Optional.of(later(sends, now)));
    else if (again(sends, standing, queued)) openings.looked(opening, marker, Optional.of(now));
    else if (!growing(opening, standing, now))
      openings.looked(opening, marker, next(sends, queued, now));
    return owed.size();
  }

  /// Whether to look again in a minute: a worker woken just after a purpose was steered may have
  /// known only how it stood before, and left what waits as it is.
  private static boolean again(List<Send> sends, Standing standing, Queued queued) {
    var steered = queued == Queued.NOTHING || standing instanceof Standing.Over;
    return steered && sends.stream().anyMatch(send -> send.state().waiting());
  }

  /// Whether more may come than can be seen: not all of it is written yet, or not even begun.
  private static boolean growing(Opening opening, Standing standing, Instant now) {
    return switch (standing) {
      case Standing.Running _ -> false;
      case Standing.Waiting _ -> true;
      case Standing.Over _ -> opening.since().plus(Timing.NEGLECT).isAfter(now);
    };
  }

  /// Which sends a worker must be woken for, by how their purpose stands.
  private static Predicate<Send> wanted(Standing standing, Queued queued, Instant now) {
    return switch (standing) {
      case Standing.Running _ -> send -> owed(send, queued, now);
      // What has left is looked after all the same.
      case Standing.Waiting _ -> send -> !send.state().waiting() && owed(send, queued, now);
      case Standing.Over _ -> send -> send.state().waiting() || owed(send, queued, now);
    };
  }

  /// Whether a send is due and a message for it is owed. For a planned one a message was sent when
  /// it was planned or fell due: that is waited for.
  private static boolean owed(Send send, Queued queued, Instant now) {
    return send.due().filter(it -> !it.plus(grace(send, queued)).isAfter(now)).isPresent();
  }

  private static Duration grace(Send send, Queued queued) {
    return switch (queued) {
      case NOTHING -> Duration.ZERO;
      case WHAT_IS_DUE -> send.state() == State.PLANNED ? Timing.OWED : Duration.ZERO;
      case MUCH -> send.state().waiting() ? Timing.OWED_WHEN_BUSY : Duration.ZERO;
    };
  }

  /// When a purpose that waits for a person is looked at again: as soon as something that has left
  /// is due, and now and then, should its resumption have got lost.
  private static Instant later(List<Send> sends, Instant now) {
    var left = sends.stream().filter(send -> !send.state().waiting()).toList();
    var next = now.plus(Timing.WAITING);
    return earliest(left).filter(next::isAfter).orElse(next);
  }

  /// When a shard is looked at again. As long as its sends wait in a long queue, every minute would
  /// find the same.
  private static Optional<Instant> next(List<Send> sends, Queued queued, Instant now) {
    var waits = queued == Queued.MUCH && sends.stream().anyMatch(send -> send.state().waiting());
    var soonest = waits ? now.plus(Timing.LOOKED_WHEN_BUSY) : Instant.MIN;
    return earliest(sends).map(due -> due.isBefore(soonest) ? soonest : due);
  }

  private static Optional<Instant> earliest(List<Send> sends) {
    return sends.stream().flatMap(send -> send.due().stream()).min(Comparator.naturalOrder());
  }
}
