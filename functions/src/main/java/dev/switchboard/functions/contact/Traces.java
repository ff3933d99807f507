package dev.switchboard.functions.contact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.OwnerId;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.Verdict;
import dev.switchboard.decision.Decisions;
import dev.switchboard.decision.Decisions.Entry;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.outreach.LeadPages;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Executions;
import dev.switchboard.send.Content;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Send;
import dev.switchboard.send.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What executions keep about a contact: the words sent to it, and what was decided about it.
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

  List<SentMessage> messages(OwnerId owner, Contact contact) {
    return sends(owner, contact).map(SentMessage::of).toList();
  }

  List<JsonNode> decisions(OwnerId owner, Contact contact) {
    return executions(owner, contact)
        .flatMap(execution ->
            decisions.read(owner, execution.id(), 0, execution.leads()).stream()
                .filter(entry -> entry.contact().equals(Optional.of(contact.id()))))
        .map(Entry::document)
        .map(Json::tree)
        .toList();
  }

  /// Whether a provider may be handed a message to the contact at this moment.
  boolean inFlight(OwnerId owner, Contact contact) {
    return sends(owner, contact)
        .anyMatch(send -> send.state() == State.ATTEMPTING || send.state() == State.UNKNOWN);
  }

  /// Takes the person out of everything: what waits is withdrawn, what left loses its words.
  void erase(OwnerId owner, Contact contact) {
    sends(owner, contact).forEach(this::erase);
    executions(owner, contact)
        .forEach(execution -> decisions.redact(owner, execution.id(), contact.id(), ERASED));
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

  private Stream<Send> sends(OwnerId owner, Contact contact) {
    return executions(owner, contact)
        .flatMap(execution -> pages.sends(execution, contact.id()).stream());
  }

  private Stream<Execution> executions(OwnerId owner, Contact contact) {
    return contact.purposes().stream()
        .flatMap(id -> executions.find(owner, new PurposeId(id)).stream());
  }
}
