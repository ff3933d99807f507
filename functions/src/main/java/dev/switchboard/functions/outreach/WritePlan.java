package dev.switchboard.functions.outreach;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Unavailable;
import dev.switchboard.contact.Contacts;
import dev.switchboard.decision.Decisions;
import dev.switchboard.functions.Handler;
import dev.switchboard.functions.Json;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.Trouble;
import dev.switchboard.functions.events.Bus;
import dev.switchboard.functions.events.Event;
import dev.switchboard.functions.outreach.PlanQueue.Wanted;
import dev.switchboard.functions.send.Batch;
import dev.switchboard.functions.send.StoppedNumbers;
import dev.switchboard.functions.send.Sweep;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Execution.Status;
import dev.switchboard.outreach.Executions;
import dev.switchboard.outreach.Slices;
import dev.switchboard.send.Ledger;
import dev.switchboard.send.Openings;
import dev.switchboard.send.Purposes;
import java.util.HashSet;

/// Writes slices of accepted plans down, and lets an execution run when all of them are.
///
/// Queue `PlansQueue`. Sample input in `events/write-plan.json`. Safe to run twice: what is written
/// stays as it is, and an execution is let run once.
public final class WritePlan extends Handler<JsonNode, Batch.Answer> {

  private final Executions executions;
  private final Slices slices;
  private final Decisions decisions;
  private final Contacts contacts;
  private final StoppedNumbers stops;
  private final Ledger ledger;
  private final Openings openings;
  private final Purposes purposes;
  private final Sweep sweep;
  private final Bus bus;
  private final Batch batch;

  public WritePlan() {
    this(Services.aws());
  }

  public WritePlan(Services services) {
    super(JsonNode.class);
    this.executions = services.executions();
    this.slices = services.slices();
    this.decisions = services.decisions();
    this.contacts = services.contacts();
    this.stops = services.stoppedNumbers();
    this.ledger = services.ledger();
    this.openings = services.openings();
    this.purposes = services.purposes();
    this.sweep = services.sweep();
    this.bus = services.bus();
    this.batch = new Batch(services.planQueue().queue());
  }

  @Override
  public void prime() {
    rehearse(Rehearsal.batch(Rehearsal.slice()));
  }

  @Override
  public Batch.Answer handle(JsonNode event, Remaining remaining) {
    return batch.each(event, body -> write(Json.read(body, Wanted.class)));
  }

  private void write(Wanted wanted) {
    var execution = executions.find(wanted.owner(), wanted.execution());
    if (execution.isEmpty()) return;
    var planning = execution.get().status() == Status.PLANNING;
    var slice = slices.find(wanted.owner(), wanted.execution(), wanted.slice());
    if (planning)
      slice.map(it -> Json.read(it, Slice.class)).ifPresent(it -> write(execution.get(), it));
    var written = slices.written(wanted.owner(), wanted.execution(), wanted.slice());
    if (planning && slice.isPresent()) withdrawIfCancelled(wanted);
    if (planning && written.size() == Slice.count(execution.get())) run(execution.get());
  }

  /// What was written after a cancel had been through is found again.
  private void withdrawIfCancelled(Wanted wanted) {
    executions
        .find(wanted.owner(), wanted.execution())
        .filter(it -> it.status() == Status.CANCELLED)
        .ifPresent(it -> {
          openings.open(Slice.opening(it));
          sweep.sweep(Slice.opening(it));
        });
  }

  private void write(Execution execution, Slice slice) {
    var erased =
        contacts.plan(execution.owner(), slice.people(), slice.unknown(), execution.id().value());
    stops.meet(execution.owner(), slice.people(), slice.unknown());
    var overtaken = new HashSet<>(erased);
    overtaken.removeAll(slice.erased());
    // Decided as if it were not erased, perhaps after the erasure had looked.
    if (!overtaken.isEmpty())
      AboutPerson.read(decisions, execution, overtaken).redact(decisions, execution);
    ledger.plan(
        slice.sends().stream().filter(send -> !erased.contains(send.id().contact())).toList());
  }

  private void run(Execution execution) {
    var next = execution.settings().review() ? Status.AWAITING_APPROVAL : Status.RUNNING;
    if (!executions.change(execution, execution.with(next))) return;
    purposes.changed(execution.id());
    try {
      sweep.sweep(Slice.opening(execution));
      bus.tell(new Event.OutreachAccepted(execution.owner(), execution.id(), execution.leads()));
    } catch (Unavailable e) {
      System.err.println("the sweeper sets it going: " + Trouble.line(e));
    }
  }
}
