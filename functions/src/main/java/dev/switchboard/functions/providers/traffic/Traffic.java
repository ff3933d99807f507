package dev.switchboard.functions.providers.traffic;

import dev.switchboard.functions.aws.Table;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.Outcome;
import dev.switchboard.send.Provider;
import dev.switchboard.send.Reason;
import dev.switchboard.send.Send;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// Says whose turn it is at a provider.
///
/// A turn that lies ahead is reserved: the send is held until then and comes back as the one whose
/// turn it is. A provider that fails is left alone for a minute, then asked by one send alone.
public final class Traffic {

  /// Rule of sends that wait for the turn they have reserved.
  static final String TURN = "provider-turn";

  private static final String BUSY = "provider-busy";
  private static final String DOWN = "provider-down";

  /// A turn is kept this long for a send that comes late; longer, and workers that stood still
  /// would bring a rush.
  private static final Duration LATE = Duration.ofSeconds(10);

  /// Who is turned away does not come back with all the others.
  private static final Duration SPREAD = Duration.ofSeconds(20);

  private static final Duration CALL = Duration.ofSeconds(20);

  private final Table table;
  private final Ledger ledger;
  private final InstantSource clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /// @param table of the sends
  public Traffic(Table table, Ledger ledger, InstantSource clock) {
    this.table = table.lasting();
    this.ledger = ledger;
    this.clock = clock;
  }

  /// What this process knows of one provider.
  private record Known(Breaker breaker, Turns turns, Calls calls) {}

  /// Whether a send may be handed over.
  public sealed interface Turn {

    /// Now. Its outcome must be told.
    record Now() implements Turn {}

    /// Not before `due`.
    record Later(Instant due, Reason reason) implements Turn {}
  }

  /// Asks for a turn; one that is given and not taken is lost, and harms nobody.
  ///
  /// @throws dev.switchboard.Unavailable when nobody can tell
  public Turn turn(Provider provider, Send send) {
    if (provider.limits().isEmpty()) return new Turn.Now();
    var now = clock.instant();
    var of = known(provider);
    var down = of.breaker().until(now);
    if (down.isPresent())
      return later(down.get().plus(spread()), DOWN, provider.name() + " does not answer");
    var turn = reserved(send, now) ? now : of.turns().next(now);
    if (turn.isAfter(now))
      return later(turn, TURN, provider.name() + " takes no more messages a second");
    if (!of.calls().add(send, now))
      return later(
          now.plus(CALL).plus(spread()), BUSY, provider.name() + " takes no more calls at once");
    return new Turn.Now();
  }

  private Known known(Provider provider) {
    var limits = provider.limits().orElseThrow();
    var pk = key(provider);
    return known.computeIfAbsent(
        pk,
        _ ->
            new Known(
                new Breaker(table, pk),
                new Turns(table, pk, limits.perSecond()),
                new Calls(table, ledger, pk, limits.atOnce())));
  }

  /// Of the items about a provider.
  static String key(Provider provider) {
    return "provider#" + provider.name();
  }

  private static boolean reserved(Send send, Instant now) {
    var due = send.due().filter(_ -> send.reason().map(Reason::rule).equals(Optional.of(TURN)));
    return due.filter(it -> !it.isAfter(now) && it.plus(LATE).isAfter(now)).isPresent();
  }

  private static Turn later(Instant due, String rule, String because) {
    return new Turn.Later(due, new Reason(rule, because));
  }

  private static Duration spread() {
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(SPREAD.toMillis()));
  }

  /// Learns from an outcome: errors and silence count against a provider, an answer clears it, and
  /// "too many" slows everybody down.
  public void told(Provider provider, Outcome outcome) {
    if (provider.limits().isEmpty()) return;
    var now = clock.instant();
    var of = known(provider);
    switch (outcome) {
      case Outcome.Accepted _, Outcome.Refused _ -> of.breaker().answered(now);
      case Outcome.Unclear _ -> of.breaker().failed(now);
      case Outcome.NotTaken(var retryAfter, _) ->
          retryAfter.ifPresentOrElse(
              wait -> of.turns().pause(now.plus(wait)), () -> of.breaker().failed(now));
    }
  }
}
