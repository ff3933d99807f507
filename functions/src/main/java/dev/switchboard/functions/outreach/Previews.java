package dev.switchboard.functions.outreach;

import dev.switchboard.decision.Decisions;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Execution.Status;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.Send;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The words of an execution that waits for approval, written anew from what is stored: nothing of
/// a person is kept for it.
final class Previews {

  /// Leads looked at together.
  private static final int PAGE = 100;

  private final Decisions decisions;
  private final Ledger ledger;

  Previews(Decisions decisions, Ledger ledger) {
    this.decisions = decisions;
    this.ledger = ledger;
  }

  /// Empty for an execution that does not wait.
  Optional<List<Preview>> of(Execution execution) {
    if (execution.status() != Status.AWAITING_APPROVAL) return Optional.empty();
    var firsts = new ArrayList<Send>();
    for (var from = 0; from < execution.leads() && firsts.size() < Preview.LEADS; from += PAGE)
      firsts.addAll(waiting(execution, from));
    return Optional.of(
        firsts.stream()
            .limit(Preview.LEADS)
            .flatMap(first -> Preview.of(execution, first))
            .toList());
  }

  /// The first sends of a page of leads, in their order; of those that get nothing there is none.
  private List<Send> waiting(Execution execution, int from) {
    var owner = execution.owner();
    var ids =
        decisions.read(owner, execution.id(), from, PAGE).stream()
            .flatMap(entry -> entry.contact().stream())
            .map(contact -> Slice.opening(execution).send(contact, 0))
            .distinct()
            .toList();
    var sends =
        ledger.find(owner, ids).stream()
            .filter(send -> send.state().waiting())
            .collect(Collectors.toMap(Send::id, Function.identity()));
    return ids.stream().flatMap(id -> Optional.ofNullable(sends.get(id)).stream()).toList();
  }
}
