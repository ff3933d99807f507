package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Invitation;
import dev.switchboard.contact.Ask;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Gate;
import dev.switchboard.contact.Verdict;
import dev.switchboard.functions.send.SendQueue;
import dev.switchboard.functions.send.Transitions;
import dev.switchboard.price.PriceTable;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.Openings;
import dev.switchboard.send.Openings.Opening;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import dev.switchboard.send.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What campaigns send, as the ledger has it. Each part of each contractor is planned once, however
/// often this is asked, and leaves through the outbound gate.
final class Outgoing {

  private final Contacts contacts;
  private final Ledger ledger;
  private final Openings openings;
  private final Transitions transitions;
  private final SendQueue queue;
  private final Gate gate;

  Outgoing(
      Contacts contacts,
      Ledger ledger,
      Openings openings,
      Transitions transitions,
      SendQueue queue,
      Gate gate) {
    this.contacts = contacts;
    this.ledger = ledger;
    this.openings = openings;
    this.transitions = transitions;
    this.queue = queue;
    this.gate = gate;
  }

  static Opening opening(Dossier dossier) {
    return new Opening(dossier.owner(), dossier.id(), 1, dossier.createdAt());
  }

  /// Plans a part for each contractor whom it can reach.
  void plan(Dossier dossier, Part part, List<ContactId> contractors, Instant now) {
    var known = contacts.find(dossier.owner(), Set.copyOf(contractors));
    var people = contractors.stream().filter(known::containsKey).map(known::get).toList();
    var stripped = people.stream().map(Outgoing::told).toList();
    var erased = contacts.plan(dossier.owner(), stripped, Set.of(), dossier.id().value());
    var earlier =
        part == Part.REMINDER ? invitations(dossier, contractors) : Map.<ContactId, Send>of();
    var sends = new ArrayList<Send>();
    for (var person : people)
      if (!erased.contains(person.id()))
        send(dossier, part, person, Optional.ofNullable(earlier.get(person.id())), now)
            .ifPresent(sends::add);
    write(dossier, sends, now);
  }

  /// Woken before they are stored, so that a sweep that finds nothing yet comes back.
  private void write(Dossier dossier, List<Send> sends, Instant now) {
    if (sends.isEmpty()) return;
    openings.open(opening(dossier));
    var soonest = sends.stream().min(Comparator.comparing(it -> it.due().orElseThrow()));
    openings.wake(soonest.orElseThrow(), soonest.orElseThrow().due().orElseThrow());
    ledger.plan(sends);
    for (var send : sends) queue.wakeWhenDue(send, now);
  }

  private Optional<Send> send(
      Dossier dossier, Part part, Contact person, Optional<Send> before, Instant now) {
    return Reach.CHANNELS.stream()
        .filter(channel -> before.map(it -> it.channel() != channel).orElse(true))
        .filter(channel -> person.address(channel).isPresent())
        .map(channel -> planned(dossier, part, person, channel, now))
        .filter(send -> !blocked(dossier, send, person, now))
        .findFirst();
  }

  private static Send planned(
      Dossier dossier, Part part, Contact person, Channel channel, Instant now) {
    var price = PriceTable.DEFAULT.of(channel);
    var step =
        new Step(channel, person.address(channel).orElseThrow(), price.expected(), price.high());
    return Send.planned(
        opening(dossier).send(person.id(), part.step()),
        dossier.owner(),
        part.purpose(),
        List.of(step),
        Optional.empty(),
        person.name().map(name -> Map.of("name", name)).orElse(Map.of()),
        now);
  }

  private boolean blocked(Dossier dossier, Send send, Contact person, Instant now) {
    var ask =
        new Ask(
            send.id().value(),
            send.id().purpose().value(),
            send.channel(),
            send.purpose(),
            send.step().address(),
            person,
            List.of(),
            dossier.house().policy(),
            new Ask.Spend(send.step().high(), Optional.empty()),
            Optional.empty(),
            now);
    return gate.decide(ask) instanceof Verdict.Block;
  }

  /// What planning adds to a contact: nothing but that it was planned for.
  private static Contact told(Contact contact) {
    return new Contact(
        contact.id(),
        contact.name(),
        contact.phone(),
        contact.email(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        contact.others(),
        0);
  }

  /// Takes back what of these contractors' invitations and reminders has not left.
  ///
  /// @return those whose invitation left all the same
  List<ContactId> withdraw(Dossier dossier, List<ContactId> contractors, String because) {
    var left = new ArrayList<ContactId>();
    for (var send : sends(dossier, contractors, Part.INVITATION, Part.REMINDER)) {
      var gone = send;
      while (gone.state().waiting()
          && !transitions.advance(gone, gone.cancelled("withdrawn", because)))
        gone = ledger.find(Set.of(gone.id())).getFirst();
      if (mayHaveLeft(gone)) left.add(gone.id().contact());
    }
    return left;
  }

  private static boolean mayHaveLeft(Send send) {
    return Part.of(send) == Part.INVITATION
        && switch (send.state()) {
          case ATTEMPTING, UNKNOWN, ACCEPTED, NO_REPORT, DELIVERED, PARKED -> true;
          case ANSWERED, VOICEMAIL -> true;
          case PLANNED, HELD, CANCELLED, BLOCKED, SUPPRESSED, REJECTED -> false;
          case UNDELIVERED, NO_ANSWER, BOUNCED -> false;
        };
  }

  private Map<ContactId, Send> invitations(Dossier dossier, List<ContactId> contractors) {
    return sends(dossier, contractors, Part.INVITATION).stream()
        .collect(Collectors.toMap(send -> send.id().contact(), send -> send));
  }

  /// The sends there are of the invitations that are still open, by contractor.
  Map<ContactId, Send> open(Dossier dossier) {
    var open =
        dossier.campaign().invitations().stream()
            .filter(invitation -> invitation.standing().open())
            .map(Invitation::contractor)
            .toList();
    return invitations(dossier, open);
  }

  private List<Send> sends(Dossier dossier, List<ContactId> contractors, Part... parts) {
    var ids = new HashSet<SendId>();
    for (var contractor : contractors)
      for (var part : parts) ids.add(opening(dossier).send(contractor, part.step()));
    return ids.isEmpty() ? List.of() : ledger.find(ids);
  }
}
