package dev.switchboard.functions.send;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Ask;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Policy;
import dev.switchboard.contact.Purpose;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.aws.MemoryLedger;
import dev.switchboard.price.Usd;
import dev.switchboard.send.Chain;
import dev.switchboard.send.Content;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Purposes;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import dev.switchboard.send.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One send, two workers and a webhook, in memory and in a time of its own: all that [Delivery] and
/// [Transitions] do, a step at a time and in the order that a test wants.
///
/// A worker pauses before each transition that it stores, and between the claim and the gate. What
/// it does from its look at the lease to the provider's answer is one step: the lease leaves ten
/// seconds for that.
final class Stage {

  /// What happens next.
  enum Event {
    /// A worker does its next step; one that rests gets the send's message (again).
    FIRST,
    SECOND,
    /// The provider tells that it was delivered, or the one who was told does the next step.
    WEBHOOK,
    FIRST_DIES,
    SECOND_DIES,
    /// Too little of the lease is left for a request.
    WAIT,
    /// It is due: the lease is over, and the sweeper finds it.
    TIME
  }

  private static final OwnerId OWNER = new OwnerId("owner");
  private static final ContactId CONTACT = new ContactId("AAAAAAAAAAAAAAAA");
  private static final String ADDRESS = "sarah@example.org";
  private static final SendId ID =
      SendId.of(OWNER, new PurposeId("purpose-00000001"), 0, CONTACT, 0);

  private final Puppet first = new Puppet();
  private final Puppet second = new Puppet();
  private final Puppet webhook = new Puppet();
  private final List<Ledger.Move> moves = new ArrayList<>();
  private final Services base;
  private final MemoryLedger ledger;
  private final Wire wire;
  private Instant now = World.MONDAY;

  /// @param base for what a worker has beside its stores
  Stage(Services base, Wire.First fate, boolean fenced) {
    this.base = base;
    ledger = new MemoryLedger(fenced);
    wire = new Wire(fate, ledger, () -> now);
    ledger.plan(List.of(planned()));
  }

  private static Send planned() {
    var step = new Step(Channel.EMAIL, ADDRESS, Usd.ZERO, Usd.ZERO);
    return Send.planned(
        ID, OWNER, Purpose.SERVICE, List.of(step), Optional.empty(), Map.of(), World.MONDAY);
  }

  Send send() {
    return ledger.find(ID).orElseThrow();
  }

  Wire wire() {
    return wire;
  }

  /// The transitions stored so far.
  List<Ledger.Move> moves() {
    return moves;
  }

  /// What may happen now. Who of two that rest begins makes no difference.
  Set<Event> possible() {
    var events = EnumSet.of(Event.FIRST);
    if (first.busy()) events.add(Event.FIRST_DIES);
    if (first.busy() || second.busy()) events.add(Event.SECOND);
    if (second.busy()) events.add(Event.SECOND_DIES);
    if (webhook.busy() || !wire.taken().isEmpty()) events.add(Event.WEBHOOK);
    if (send().due().isPresent()) events.addAll(EnumSet.of(Event.WAIT, Event.TIME));
    return events;
  }

  /// @return whether it made a difference
  boolean happen(Event event) {
    var before = moment();
    switch (event) {
      case FIRST -> first.step(() -> deliver(first));
      case SECOND -> second.step(() -> deliver(second));
      case WEBHOOK ->
          webhook.step(() -> transitions(webhook).report(ID, wire.delivered(), Wire.ID));
      case FIRST_DIES -> first.die();
      case SECOND_DIES -> second.die();
      case WAIT -> now = now.plusSeconds(36);
      case TIME -> now = send().due().filter(now::isBefore).orElse(now);
    }
    return !before.equals(moment());
  }

  private record Moment(Instant now, Send send, int posts, List<Boolean> busy) {}

  private Moment moment() {
    var busy = List.of(first.busy(), second.busy(), webhook.busy());
    return new Moment(now, send(), wire.posts().size(), busy);
  }

  /// Everybody ends what was begun, and the sweeper goes on until nothing is left to do.
  void end() {
    for (var event : List.of(Event.FIRST, Event.SECOND, Event.WEBHOOK))
      while (puppet(event).busy()) happen(event);
    for (int round = 0; round < 100 && !send().state().settled(); round++) {
      happen(Event.TIME);
      happen(Event.FIRST);
      while (first.busy()) happen(Event.FIRST);
    }
  }

  private Puppet puppet(Event event) {
    return switch (event) {
      case FIRST, FIRST_DIES -> first;
      case SECOND, SECOND_DIES -> second;
      case WEBHOOK -> webhook;
      case WAIT, TIME -> throw new IllegalArgumentException("nobody's: " + event);
    };
  }

  private void deliver(Puppet worker) {
    new Delivery(services(worker), Channels.all(wire)).deliver(ID, () -> 60_000);
  }

  private Transitions transitions(Puppet worker) {
    return new Transitions(
        new Recorder(ledger, worker, moves),
        contacts(worker),
        base.openings(),
        new Running(),
        base.sendQueue(),
        () -> now);
  }

  private static OneContact contacts(Puppet worker) {
    var contact =
        new Contact(
            CONTACT,
            Optional.empty(),
            Optional.empty(),
            Optional.of(ADDRESS),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            Set.of(),
            1);
    return new OneContact(contact, worker);
  }

  private Services services(Puppet worker) {
    return new Services(
        base.settings(),
        base.clients(),
        () -> now,
        base.idsAndSecrets(),
        base.gate(),
        base.registry(),
        base.owners(),
        contacts(worker),
        new Recorder(ledger, worker, moves),
        base.openings(),
        base.decisions(),
        base.executions(),
        base.slices(),
        base.campaigns(),
        base.directory(),
        base.signals(),
        new Running(),
        base.plans(),
        base.planQueue(),
        base.sendQueue(),
        base.reportQueue(),
        base.bus(),
        base.outbox(),
        base.vendors(),
        base.traffic(),
        transitions(worker),
        base.once(),
        base.summaries(),
        base.heard(),
        base.signatures());
  }

  /// A purpose that runs.
  private record Running() implements Purposes, Purposes.Writer {

    @Override
    public Standing standing(OwnerId owner, PurposeId purpose) {
      var policy =
          new Policy(
              Policy.Mode.ENFORCE,
              Set.of(),
              1,
              Duration.ofDays(7),
              Duration.ofHours(4),
              Optional.empty());
      return new Standing.Running(policy, new Chain(Duration.ZERO, 1, Duration.ZERO), this);
    }

    @Override
    public Content write(Send send) {
      return new Content(Optional.of("Subject"), "Hello");
    }

    @Override
    public Ask.ContentFacts facts(Send send, Content content) {
      return new Ask.ContentFacts(0, true, true, true);
    }

    @Override
    public void changed(PurposeId purpose) {}

    @Override
    public void settled(OwnerId owner, PurposeId purpose) {}

    @Override
    public void refused(Send send, String source, Instant at) {}

    @Override
    public void unwritten(OwnerId owner, PurposeId purpose, Duration since) {}

    @Override
    public void responded(Send send, String kind, Instant at) {}
  }
}
