package dev.switchboard.functions.outreach;

import dev.switchboard.decision.Decisions;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Execution.Status;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.Openings.Opening;
import dev.switchboard.send.Send;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The words of an execution that waits for approval, written anew from what is stored: nothing of
/// a person is kept for it.
final class Previews {

  /// Leads looked at; those of the first that get nothing have no words.
  private static final int LOOKED_AT = 100;

  private final Decisions decisions;
  private final Ledger ledger;

  Previews(Decisions decisions, Ledger ledger) {
    this.decisions = decisions;
    this.ledger = ledger;
  }

  /// Empty for an execution that does not wait.
  Optional<List<Preview>> of(Execution execution) {
    if (execution.status() != Status.AWAITING_APPROVAL) return Optional.empty();
    var owner = execution.owner();
    var opening = new Opening(owner, execution.id(), execution.shards(), execution.createdAt());
    var ids =
        decisions.read(owner, execution.id(), 0, LOOKED_AT).stream()
            .flatMap(entry -> entry.contact().stream())
            .map(contact -> opening.send(contact, 0))
            .distinct()
            .toList();
    var sends =
        ledger.find(owner, ids).stream().collect(Collectors.toMap(Send::id, Function.identity()));
    return Optional.of(
        ids.stream()
            .filter(sends::containsKey)
            .limit(Preview.LEADS)
            .flatMap(id -> Preview.of(execution, sends.get(id)))
            .toList());
  }
}
