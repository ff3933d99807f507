package dev.switchboard.functions.send;

import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Suppression;
import dev.switchboard.contact.Verdict;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.Openings;
import dev.switchboard.send.Outcome;
import dev.switchboard.send.Purposes;
import dev.switchboard.send.Purposes.Standing;
import dev.switchboard.send.Report;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import dev.switchboard.send.State;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// Stores transitions of sends together with what follows from them: the next step of the chain,
/// and somebody to look when it is due.
public final class Transitions {

  /// States in which nobody noticed anything: the attempt does not count against the frequency cap.
  private static final Set<State> UNNOTICED =
      Set.of(State.UNDELIVERED, State.BOUNCED, State.REJECTED, State.SUPPRESSED);

  private final Ledger ledger;
  private final Contacts contacts;
  private final Openings openings;
  private final Purposes purposes;
  private final SendQueue queue;
  private final InstantSource clock;

  public Transitions(
      Ledger ledger,
      Contacts contacts,
      Openings openings,
      Purposes purposes,
      SendQueue queue,
      InstantSource clock) {
    this.ledger = ledger;
    this.contacts = contacts;
    this.openings = openings;
    this.purposes = purposes;
    this.queue = queue;
    this.clock = clock;
  }

  /// Stores one transition, and the fallback that follows from it in the same transaction.
  ///
  /// @return false if somebody was faster
  public boolean advance(Send from, Send to) {
    if (!from.state().settled()) return advanced(from, to);
    var stored = to.state() == State.ANSWERED ? answered(from, to) : advanced(from, to);
    // Its purpose may be closed and counted: it is looked at once more.
    if (stored) openings.wake(to, clock.instant());
    return stored;
  }

  /// Somebody talked, and the chain had gone on already: what waits is withdrawn, and the gate
  /// stops what comes after a step that is on its way.
  private boolean answered(Send from, Send to) {
    var id = to.id();
    contacts.respond(to.owner(), id.contact(), id.purpose().value(), to.since());
    var answered = new Ledger.Move(from, to);
    var because = new Verdict.Block("responded", "The contact answered an earlier step");
    return waitingAfter(to)
        .map(next -> ledger.advance(answered, new Ledger.Move(next, next.judged(because))))
        .orElseGet(() -> ledger.advance(from, to));
  }

  /// The step after a send that still waits, if any does.
  private Optional<Send> waitingAfter(Send send) {
    var next = ledger.find(send.id().next());
    while (next.isPresent() && !next.get().state().waiting())
      next = ledger.find(next.get().id().next());
    return next;
  }

  private boolean advanced(Send from, Send to) {
    if (to.state() == State.BOUNCED && from.state() != State.BOUNCED) bounced(to);
    var fallback = from.state() == to.state() ? Optional.<Send>empty() : fallback(from, to);
    fallback
        .or(() -> Optional.of(to).filter(_ -> sooner(from, to)))
        .ifPresent(next -> openings.wake(next, next.due().orElseThrow()));
    var stored =
        fallback
            .map(next -> ledger.advance(from, to, next))
            .orElseGet(() -> ledger.advance(from, to));
    if (!stored) return false;
    fallback
        .or(() -> Optional.of(to).filter(it -> it.state().waiting()))
        .ifPresent(this::wakeWhenDue);
    if ((UNNOTICED.contains(to.state()) || to.comesAgain()) && from.attempts() > 0)
      contacts.untouch(to.owner(), to.id().contact(), to.id().value());
    return true;
  }

  /// Whether a send that was left to its provider or to a person is to leave once more: its shard's
  /// marker may lie behind that.
  private static boolean sooner(Send from, Send to) {
    return to.state().waiting() && (from.state().taken() || from.state().settled());
  }

  /// Stores what an attempt came to. If the attempt was held for dead meanwhile, the outcome is
  /// still the truth about it, and is applied to what stands there now.
  public void settle(Send claimed, Outcome outcome) {
    var now = clock.instant();
    if (advance(claimed, claimed.after(outcome, now))) return;
    if (outcome instanceof Outcome.Accepted accepted) accepted(claimed.id(), accepted);
  }

  private void accepted(SendId id, Outcome.Accepted accepted) {
    var stored = false;
    while (!stored) {
      var current = ledger.find(id).filter(send -> mayBeTaken(send, accepted.providerId()));
      if (current.isEmpty()) return;
      stored = advance(current.get(), current.get().after(accepted, clock.instant()));
    }
  }

  /// Held for dead, or for absent and about to be sent again.
  private static boolean mayBeTaken(Send send, String providerId) {
    if (send.superseded(providerId)) return false;
    return send.state() == State.UNKNOWN || (send.state().waiting() && send.attempts() > 0);
  }

  /// Notes that the provider has a send, where nobody knew whether it does.
  public void taken(SendId id, String providerId) {
    accepted(id, new Outcome.Accepted(providerId));
  }

  /// Applies a report, whenever it comes and however often.
  public void report(SendId id, Report report, String providerId) {
    var stored = false;
    while (!stored) {
      var current = ledger.find(id);
      if (current.isEmpty()) return;
      var after = current.get().reported(report, providerId);
      stored = after.equals(current.get()) || advance(current.get(), after);
    }
  }

  /// Leaves a send as it is and has somebody else look at it at once.
  public void postpone(Send send) {
    wakeWhenDue(send);
  }

  private boolean absent(Send send) {
    return ledger.find(send.id()).isEmpty();
  }

  /// No job writes to that address again. Before the state is stored: whoever dies in between does
  /// it again.
  private void bounced(Send send) {
    contacts.suppress(
        send.owner(),
        send.id().contact(),
        new Suppression(
            Optional.of(send.channel()),
            Optional.of(send.step().address()),
            Suppression.Reason.BOUNCED,
            "bounce of " + send.id(),
            send.since()));
  }

  /// A late report may settle a send once more, whose fallback stands already.
  private Optional<Send> fallback(Send from, Send to) {
    return fallback(to).filter(next -> !from.state().settled() || absent(next));
  }

  private Optional<Send> fallback(Send to) {
    if (!to.state().settled() || to.rest().isEmpty()) return Optional.empty();
    return switch (purposes.standing(to)) {
      case Standing.Running running ->
          running.chain().next(to).map(wait -> to.fallback(clock.instant().plus(wait)));
      // The chain of a paused purpose goes on when it is resumed: the step is planned all the same.
      case Standing.Waiting(var chain, _) ->
          chain.next(to).map(wait -> to.fallback(clock.instant().plus(wait)));
      case Standing.Over _ -> Optional.empty();
    };
  }

  private void wakeWhenDue(Send send) {
    queue.wakeWhenDue(send, clock.instant());
  }
}
