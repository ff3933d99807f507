package dev.switchboard.functions.send;

import dev.switchboard.Unavailable;
import dev.switchboard.contact.Ask;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Gate;
import dev.switchboard.contact.Listing;
import dev.switchboard.contact.NumberRegistry;
import dev.switchboard.contact.Touch;
import dev.switchboard.contact.Verdict;
import dev.switchboard.functions.Handler.Remaining;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.providers.setup.Vendors.Carrier;
import dev.switchboard.functions.providers.traffic.Traffic;
import dev.switchboard.functions.providers.traffic.Traffic.Turn;
import dev.switchboard.send.Content;
import dev.switchboard.send.Failover;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.Next;
import dev.switchboard.send.Objection;
import dev.switchboard.send.Outcome;
import dev.switchboard.send.Provider;
import dev.switchboard.send.Purposes;
import dev.switchboard.send.Purposes.Standing;
import dev.switchboard.send.Report;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import dev.switchboard.send.Sighting;
import dev.switchboard.send.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes one send as far as it goes now.
///
/// Safe to run any number of times, and by many at once: each step is stored by a conditional write
/// before the next begins, and only the one whose write succeeded goes on. The order is what keeps
/// the promises: `ATTEMPTING` with the words is stored, then the touch on the contact, whose answer
/// shows every opt-out, response and attempt committed before it, then the gate, then one request
/// to the provider, then what it came to.
public final class Delivery {

  /// No frequency window is longer.
  private static final Duration COUNTED = Duration.ofDays(30);

  /// How often a closed channel is tried.
  private static final Duration CLOSED = Duration.ofMinutes(15);

  private final Ledger ledger;
  private final Contacts contacts;
  private final Purposes purposes;
  private final Gate gate;
  private final NumberRegistry registry;
  private final Channels channels;
  private final Traffic traffic;
  private final Transitions transitions;
  private final Objections objections;
  private final InstantSource clock;

  public Delivery(Services services, Channels channels) {
    this.ledger = services.ledger();
    this.contacts = services.contacts();
    this.purposes = services.purposes();
    this.gate = services.gate();
    this.registry = services.registry();
    this.channels = channels;
    this.traffic = services.traffic();
    this.transitions = services.transitions();
    this.objections = services.objections();
    this.clock = services.clock();
  }

  /// What the gate is asked about, beside the contact.
  private record Message(Standing.Running running, Content words, List<Listing> listings) {}

  /// @param remaining time that this invocation has left
  public void deliver(SendId id, Remaining remaining) {
    deliver(look(Set.of(id)), id, remaining);
  }

  /// What a batch of sends begins with.
  Look look(Set<SendId> ids) {
    return Look.at(ids, ledger, contacts);
  }

  void deliver(Look look, SendId id, Remaining remaining) {
    look.send(id).ifPresent(send -> deliver(look, send, remaining));
  }

  private void deliver(Look look, Send send, Remaining remaining) {
    if (send.state().waiting()) {
      admit(look, send, remaining);
      return;
    }
    var now = clock.instant();
    switch (Next.of(send, now)) {
      case NOTHING, ATTEMPT -> {}
      case EXPIRE -> transitions.advance(send, send.leaseExpired(now));
      case RECONCILE -> transitions.advance(send, send.sighted(sighting(send), clock.instant()));
      case POLL -> poll(send);
    }
  }

  private Sighting sighting(Send send) {
    return switch (channels.of(send.channel())) {
      case Carrier.Open(var provider) -> provider.find(send);
      case Carrier.Closed _ -> new Sighting.Unclear();
    };
  }

  private List<Report> reports(Send send) {
    return switch (channels.of(send.channel())) {
      case Carrier.Open(var provider) -> provider.reports(send);
      case Carrier.Closed _ -> List.of();
    };
  }

  private void poll(Send send) {
    var reports = reports(send);
    var after = send;
    for (var report : reports) {
      var told = after.reported(report, send.providerId().orElseThrow());
      if (!told.equals(after))
        report.objection().ifPresent(it -> objections.note(send, it, clock.instant()));
      after = told;
    }
    transitions.advance(
        send, after.equals(send) ? send.unreported(clock.instant()) : after.asOneAfter(send));
  }

  private void admit(Look look, Send send, Remaining remaining) {
    switch (purposes.standing(send)) {
      case Standing.Waiting _ -> {}
      case Standing.Over(var because) ->
          transitions.advance(send, send.cancelled("cancelled", because));
      case Standing.Running running -> {
        if (Next.of(send, clock.instant()) == Next.ATTEMPT)
          judge(send, running, look.contact(send), remaining);
      }
    }
  }

  /// Asks the gate before the claim, so that a night's worth of sends is held at one write each.
  private void judge(
      Send send, Standing.Running running, Optional<Contact> contact, Remaining remaining) {
    if (contact.isEmpty()) {
      transitions.advance(send, send.cancelled("erased", "the contact is not there any more"));
      return;
    }
    var words = send.content().orElseGet(() -> running.writer().write(send));
    var message = new Message(running, words, listings(send));
    var verdict = gate.decide(ask(send, message, contact.get()));
    switch (verdict) {
      case Verdict.Allow _ -> {
        switch (channels.of(send.channel())) {
          case Carrier.Open(var provider) ->
              queue(send, message, provider, contact.get(), remaining);
          case Carrier.Closed(var because) -> leave(send, closed(because), contact.get());
        }
      }
      case Verdict.Hold _, Verdict.Block _ -> leave(send, verdict, contact.get());
    }
  }

  /// Claims a send whose turn it is; else it is held until then.
  private void queue(
      Send send, Message message, Provider provider, Contact contact, Remaining remaining) {
    var end = gate.arriveBefore(ask(send, message, contact), provider.leastValidity());
    if (end.isPresent()) {
      var because = "the hours of sending end before " + provider.name() + " could deliver it";
      leave(send, new Verdict.Hold(end.get(), "hours-end", because), contact);
      return;
    }
    switch (traffic.turn(provider, send)) {
      case Turn.Now _ -> claim(send, message, provider, remaining);
      case Turn.Later(var due, var reason) ->
          leave(send, new Verdict.Hold(due, reason.rule(), reason.because()), contact);
    }
  }

  /// Nothing is lost while somebody mends the settings.
  private Verdict closed(String because) {
    return new Verdict.Hold(clock.instant().plus(CLOSED), "channel-closed", because);
  }

  /// What was planned while its contact was being erased names it no longer.
  private void leave(Send send, Verdict verdict, Contact contact) {
    var judged = send.judged(verdict);
    transitions.advance(send, contact.erased() ? judged.anonymous().asOneAfter(send) : judged);
  }

  private List<Listing> listings(Send send) {
    if (send.channel().address() != Channel.Address.PHONE) return List.of();
    var number = send.step().address();
    return registry.listings(send.owner(), Set.of(number)).getOrDefault(number, List.of());
  }

  private void claim(Send send, Message message, Provider provider, Remaining remaining) {
    if (remaining.millis() < Timing.ATTEMPT.plus(Timing.ATTEMPT).toMillis()) {
      transitions.postpone(send);
      return;
    }
    var claimed = send.attempting(message.words(), clock.instant());
    if (!ledger.advance(send, claimed)) return;
    var touch = new Touch(send.id().value(), send.channel(), send.purpose(), claimed.since());
    var contact = touched(claimed, touch);
    forgetOld(send, contact);
    var ask = ask(claimed, message, contact);
    var verdict = gate.decide(ask);
    switch (verdict) {
      case Verdict.Allow _ ->
          attempt(claimed, message.words(), provider, gate.arriveBefore(ask, Timing.VALIDITY));
      case Verdict.Hold _, Verdict.Block _ -> {
        contacts.untouch(send.owner(), send.id().contact(), send.id().value());
        leave(claimed, verdict, contact);
      }
    }
  }

  /// Nothing was asked of the provider yet: who is turned away here need not be held for dead.
  private Contact touched(Send claimed, Touch touch) {
    try {
      return contacts.touch(claimed.owner(), claimed.id().contact(), touch);
    } catch (Unavailable e) {
      transitions.advance(claimed, claimed.released(clock.instant()));
      throw e;
    }
  }

  private void forgetOld(Send send, Contact contact) {
    var before = clock.instant().minus(COUNTED);
    var old = contact.touches().stream().filter(touch -> touch.at().isBefore(before)).toList();
    if (!old.isEmpty()) contacts.forgetTouches(send.owner(), contact.id(), old);
  }

  private void attempt(Send claimed, Content words, Provider provider, Optional<Instant> before) {
    var now = clock.instant();
    if (now.isAfter(claimed.due().orElseThrow().minus(Timing.ATTEMPT))) {
      // Paused on the way: another worker may soon hold the attempt for dead.
      contacts.untouch(claimed.owner(), claimed.id().contact(), claimed.id().value());
      transitions.advance(claimed, claimed.released(now));
      return;
    }
    var outcome = provider.attempt(claimed, words, before);
    if (outcome instanceof Outcome.Refused refused)
      objections.note(claimed, Objection.of(refused, provider.name()), clock.instant());
    settle(claimed, outcome, provider.senders());
    // Last: whatever becomes of it, what came of the send is stored.
    traffic.told(provider, outcome);
  }

  private void settle(Send claimed, Outcome outcome, int senders) {
    var turned = Failover.of(claimed, outcome, senders, clock.instant());
    if (turned.isPresent()) transitions.advance(claimed, turned.get());
    else transitions.settle(claimed, outcome);
    if (turned.isPresent() || outcome instanceof Outcome.NotTaken)
      contacts.untouch(claimed.owner(), claimed.id().contact(), claimed.id().value());
  }

  private Ask ask(Send send, Message message, Contact contact) {
    return new Ask(
        send.id().value(),
        send.id().purpose().value(),
        send.channel(),
        send.purpose(),
        send.step().address(),
        contact,
        message.listings(),
        message.running().policy(),
        new Ask.Spend(send.step().high(), send.left()),
        Optional.of(message.running().writer().facts(send, message.words())),
        clock.instant());
  }
}
