package dev.switchboard.functions.contact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.OwnerId;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Person;
import dev.switchboard.contact.Verdict;
import dev.switchboard.decision.Decisions;
import dev.switchboard.decision.Decisions.Entry;
import dev.switchboard.functions.Json;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What executions keep about a person: the words sent to it, and what was decided about it.
final class Traces {

  /// What remains of a decision whose person was erased.
  private static final String ERASED =
      Json.text(
          Map.of(
              "id",
              "erased",
              "status",
              "blocked",
              "score_basis",
              "none",
              "decision",
              Map.of(
                  "rule",
                  "erased",
                  "because",
                  "the contact had its data erased",
                  "turned_down",
                  List.of()),
              "remarks",
              List.of()));

  /// Executions that are looked at, the latest, for those that are not written.
  private static final int LOOKED_AT = 100;

  private final Executions executions;
  private final Decisions decisions;
  private final Ledger ledger;
  private final LeadPages pages;

  Traces(Executions executions, Decisions decisions, Ledger ledger) {
    this.executions = executions;
    this.decisions = decisions;
    this.ledger = ledger;
    this.pages = new LeadPages(decisions, ledger);
  }

  /// @param text as it left or will leave; absent when it is not written yet
  record SentMessage(
      String executionId,
      LeadPages.SendAnswer send,
      Optional<String> subject,
      Optional<String> text) {

    static SentMessage of(Send send) {
      return new SentMessage(
          send.id().purpose().value(),
          LeadPages.SendAnswer.of(send),
          send.content().flatMap(Content::subject),
          send.content().map(Content::text));
    }
  }

  List<SentMessage> messages(OwnerId owner, Person person) {
    return sends(owner, person).map(SentMessage::of).toList();
  }

  List<JsonNode> decisions(OwnerId owner, Person person) {
    return executions(owner, person)
        .flatMap(execution -> {
          var about = About.of(person, read(execution));
          return Stream.concat(about.own().stream(), about.merged().stream())
              .map(entry -> (JsonNode) pages.lead(execution, entry));
        })
        .toList();
  }

  private List<Entry> read(Execution execution) {
    return decisions.read(execution.owner(), execution.id(), 0, execution.leads());
  }

  /// What an execution says of a person.
  ///
  /// @param merged leads that were merged into its own; they name it as well
  private record About(Set<Entry> own, Set<Entry> merged) {

    static About of(Person person, List<Entry> entries) {
      var own = new LinkedHashSet<Entry>();
      var ids = new HashSet<String>();
      for (var entry : entries)
        if (entry.contact().filter(person.ids()::contains).isPresent()) {
          own.add(entry);
          ids.add(entry.subject());
        }
      var merged = new LinkedHashSet<Entry>();
      for (var entry : entries)
        if (entry.contact().isEmpty() && ids.contains(mergedInto(entry))) merged.add(entry);
      return new About(own, merged);
    }

    private static String mergedInto(Entry entry) {
      return Json.tree(entry.document()).path("duplicate_of").asText();
    }
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
    executions.forEach(execution -> redact(execution, person));
    return erased;
  }

  /// Step by step: one that is erased has no fallback any more, so that none is stored behind it.
  private List<SendId> erase(Execution execution, ContactId contact) {
    var erased = new ArrayList<SendId>();
    for (var id : LeadPages.ids(execution, contact)) {
      var send = ledger.find(id);
      if (send.isEmpty()) break;
      erase(send.get());
      erased.add(id);
    }
    return erased;
  }

  private void redact(Execution execution, Person person) {
    var about = About.of(person, read(execution));
    // The person's own last: by them the others are found when this runs again.
    for (var entries : List.of(about.merged(), about.own()))
      decisions.redact(execution.owner(), execution.id(), entries::contains, ERASED);
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
    return executions(owner, person)
        .flatMap(
            execution -> person.ids().stream().flatMap(id -> pages.sends(execution, id).stream()));
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
    return read(execution).stream()
        .flatMap(entry -> entry.contact().stream())
        .anyMatch(contacts::contains);
  }

  /// Executions whose contacts do not know of them: not written to the end, or given up before.
  private Stream<Execution> unwritten(OwnerId owner) {
    return executions.list(owner, Optional.empty(), LOOKED_AT).stream()
        .filter(it -> it.status() == Status.PLANNING || it.status() == Status.CANCELLED);
  }
}
