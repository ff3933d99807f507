package dev.switchboard.functions.contact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.OwnerId;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Person;
import dev.switchboard.contact.Verdict;
import dev.switchboard.decision.Decisions;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.campaign.InvitedPerson;
import dev.switchboard.functions.outreach.AboutPerson;
import dev.switchboard.functions.outreach.LeadPages;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Execution.Status;
import dev.switchboard.outreach.Executions;
import dev.switchboard.send.Content;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Send;
import dev.switchboard.send.SendId;
import dev.switchboard.send.State;
import dev.switchboard.send.Summaries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What executions and campaigns keep about a person: the words sent to it and heard from it, and
/// what was decided about it.
final class Traces {

  /// Executions that are looked at, the latest, for those that are not written.
  private static final int LOOKED_AT = 100;

  private final Executions executions;
  private final Decisions decisions;
  private final Ledger ledger;
  private final Summaries summaries;
  private final LeadPages pages;
  private final InvitedPerson invited;

  Traces(Services services) {
    this.executions = services.executions();
    this.decisions = services.decisions();
    this.ledger = services.ledger();
    this.summaries = services.summaries();
    this.invited = new InvitedPerson(services.campaigns(), services.directory());
    this.pages = new LeadPages(decisions, ledger, summaries);
  }

  /// @param text as it left or will leave; absent when it is not written yet
  record SentMessage(
      String executionId,
      LeadPages.SendAnswer send,
      Optional<String> subject,
      Optional<String> text) {

    static SentMessage of(Send send, Map<SendId, String> summaries) {
      return new SentMessage(
          send.id().purpose().value(),
          LeadPages.SendAnswer.of(send, summaries),
          send.content().flatMap(Content::subject),
          send.content().map(Content::text));
    }
  }

  List<SentMessage> messages(OwnerId owner, Person person) {
    var sends = sends(owner, person).toList();
    var said = pages.said(sends);
    return sends.stream().map(send -> SentMessage.of(send, said)).toList();
  }

  List<JsonNode> decisions(OwnerId owner, Person person) {
    return executions(owner, person)
        .flatMap(execution -> {
          var about = AboutPerson.read(decisions, execution, person.ids());
          return Stream.concat(about.own().stream(), about.merged().stream())
              .map(entry -> (JsonNode) pages.lead(execution, entry));
        })
        .toList();
  }

  /// Whether a provider may be handed a message to the person at this moment.
  boolean inFlight(OwnerId owner, Person person) {
    return sends(owner, person)
        .anyMatch(send -> send.state() == State.ATTEMPTING || send.state() == State.UNKNOWN);
  }

  /// Takes the person out of everything: what waits is withdrawn, what left loses its words.
  ///
  /// @return the sends there were
  List<SendId> erase(OwnerId owner, Person person) {
    var executions = executions(owner, person).toList();
    var erased =
        executions.stream()
            .flatMap(
                execution -> person.ids().stream().flatMap(id -> erase(execution, id).stream()))
            .toList();
    executions.forEach(execution ->
        AboutPerson.read(decisions, execution, person.ids()).redact(decisions, execution));
    var invitations = invitations(owner, person).toList();
    invitations.forEach(this::erase);
    invited.forget(owner, person);
    return Stream.concat(erased.stream(), invitations.stream().map(Send::id)).toList();
  }

  private Stream<Send> invitations(OwnerId owner, Person person) {
    var ids = invited.sends(owner, person).collect(Collectors.toSet());
    return ids.isEmpty() ? Stream.of() : ledger.find(ids).stream();
  }

  /// Step by step: one that is erased has no fallback any more, so that none is stored behind it.
  private List<SendId> erase(Execution execution, ContactId contact) {
    var erased = new ArrayList<SendId>();
    for (var id : LeadPages.ids(execution, contact)) {
      var send = ledger.find(id);
      if (send.isEmpty()) break;
      erase(send.get());
      summaries.forget(id);
      erased.add(id);
    }
    return erased;
  }

  private void erase(Send send) {
    var verdict = new Verdict.Block("optout-all", "The contact had its data erased");
    var stored = false;
    for (var current = Optional.of(send); current.isPresent() && !stored; ) {
      var before = current.get();
      var after = (before.state().waiting() ? before.judged(verdict) : before).anonymous();
      stored = ledger.advance(before, after.asOneAfter(before));
      current = ledger.find(send.id());
    }
  }

  private Stream<Send> sends(OwnerId owner, Person person) {
    var ordered =
        executions(owner, person)
            .flatMap(execution ->
                person.ids().stream().flatMap(id -> pages.sends(execution, id).stream()));
    return Stream.concat(ordered, invitations(owner, person));
  }

  private Stream<Execution> executions(OwnerId owner, Person person) {
    var planned =
        person.purposes().stream()
            .flatMap(id -> executions.find(owner, new PurposeId(id)).stream());
    var unwritten =
        unwritten(owner)
            .filter(execution -> !person.purposes().contains(execution.id().value()))
            .filter(execution -> names(execution, person.ids()));
    return Stream.concat(planned, unwritten);
  }

  /// Whether an execution decided about a contact that it may not have written down.
  boolean planned(OwnerId owner, ContactId contact) {
    return unwritten(owner).anyMatch(execution -> names(execution, Set.of(contact)));
  }

  private boolean names(Execution execution, Set<ContactId> contacts) {
    return !AboutPerson.read(decisions, execution, contacts).own().isEmpty();
  }

  /// Executions whose contacts do not know of them: not written to the end, or given up before.
  private Stream<Execution> unwritten(OwnerId owner) {
    return executions.list(owner, Optional.empty(), LOOKED_AT).stream()
        .filter(it -> it.status() == Status.PLANNING || it.status() == Status.CANCELLED);
  }
}
