package dev.switchboard.local.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.msg.LookupQueue;
import scala.Option;

/// Stands before the engine's queue manager and hands out its queues on our clock.
///
/// The engine takes a clock, but stamps what is sent, and counts what is visible, by wall time: on
/// a clock that is ahead a delay would be none, on one that is behind nothing would ever arrive.
final class ManagerOnClock extends AbstractActor {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ActorRef manager;
  private final InstantSource clock;
  private final Function<String, Duration> delays;
  private final Optional<Journal> journal;
  private final Map<ActorRef, ActorRef> known = new HashMap<>();

  private record Found(ActorRef asker, String name, Option<?> queue) {}

  private ManagerOnClock(
      ActorRef manager,
      InstantSource clock,
      Function<String, Duration> delays,
      Optional<Journal> journal) {
    this.manager = manager;
    this.clock = clock;
    this.delays = delays;
    this.journal = journal;
  }

  /// @param delays of queues by name
  static Props props(
      ActorRef manager,
      InstantSource clock,
      Function<String, Duration> delays,
      Optional<Journal> journal) {
    return Props.create(
        ManagerOnClock.class, () -> new ManagerOnClock(manager, clock, delays, journal));
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(LookupQueue.class, this::find)
        .match(Found.class, this::tell)
        .matchAny(other -> manager.forward(other, getContext()))
        .build();
  }

  private void find(LookupQueue lookup) {
    var asker = getSender();
    var found =
        Patterns.ask(manager, lookup, PATIENCE)
            .thenApply(queue -> new Found(asker, lookup.queueName(), (Option<?>) queue));
    Patterns.pipe(found, getContext().getDispatcher()).to(getSelf());
  }

  private void tell(Found found) {
    var queue =
        found.queue().isEmpty()
            ? found.queue()
            : Option.apply(onClock((ActorRef) found.queue().get(), found.name()));
    found.asker().tell(queue, getSelf());
  }

  private ActorRef onClock(ActorRef queue, String name) {
    return known.computeIfAbsent(
        queue,
        it ->
            getContext()
                .actorOf(QueueOnClock.props(it, name, clock, () -> delays.apply(name), journal)));
  }
}
