package dev.switchboard.functions.outreach;

import dev.switchboard.OwnerId;
import dev.switchboard.contact.Owners;
import dev.switchboard.decision.Decisions;
import dev.switchboard.decision.Decisions.Result;
import dev.switchboard.functions.events.Bus;
import dev.switchboard.functions.events.Event;
import dev.switchboard.functions.send.Job;
import dev.switchboard.outreach.Execution;
import dev.switchboard.outreach.Execution.Halt;
import dev.switchboard.outreach.Execution.Status;
import dev.switchboard.outreach.Executions;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Send;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Executions, as the kernel asks for them. A standing is kept for a second: ten sends of a batch,
/// and a thousand a second, ask for the same one.
public final class ExecutionPurposes implements Job {

  private static final Duration KEPT = Duration.ofSeconds(1);

  private static final int MOST_KEPT = 1_000;

  private final Executions executions;
  private final Plans plans;
  private final Owners owners;
  private final Overview overview;
  private final Decisions decisions;
  private final Bus bus;
  private final InstantSource clock;
  private final Map<PurposeId, Kept> kept = new ConcurrentHashMap<>();

  public ExecutionPurposes(
      Executions executions,
      Plans plans,
      Owners owners,
      Overview overview,
      Decisions decisions,
      Bus bus,
      InstantSource clock) {
    this.executions = executions;
    this.plans = plans;
    this.owners = owners;
    this.overview = overview;
    this.decisions = decisions;
    this.bus = bus;
    this.clock = clock;
  }

  private record Kept(Optional<Standing> standing, Instant at) {}

  @Override
  public Optional<Standing> known(OwnerId owner, PurposeId purpose) {
    var now = clock.instant();
    var known = kept.get(purpose);
    if (known != null && now.isBefore(known.at().plus(KEPT))) return known.standing();
    if (kept.size() > MOST_KEPT) kept.clear();
    var standing = executions.find(owner, purpose).map(this::standing);
    kept.put(purpose, new Kept(standing, now));
    return standing;
  }

  @Override
  public void changed(PurposeId purpose) {
    kept.remove(purpose);
  }

  private Standing standing(Execution execution) {
    return switch (execution.status()) {
      case RUNNING, COMPLETED ->
          new Standing.Running(
              execution.settings().policy(),
              execution.chain(),
              new MessageWriter(execution, owners.of(execution.owner())));
      case PLANNING -> new Standing.Waiting(execution.chain(), false);
      case AWAITING_APPROVAL, PAUSED -> new Standing.Waiting(execution.chain(), true);
      case CANCELLED -> new Standing.Over("the execution was cancelled");
    };
  }

  @Override
  public void settled(OwnerId owner, PurposeId purpose) {
    executions.find(owner, purpose).ifPresent(this::settled);
  }

  private void settled(Execution execution) {
    if (execution.status() == Status.COMPLETED) overview.keep(execution);
    if (execution.status() != Status.RUNNING) return;
    // Told first: who dies in between tells again.
    bus.tell(new Event.OutreachCompleted(execution.owner(), execution.id()));
    var completed = execution.with(Status.COMPLETED);
    if (executions.change(execution, completed)) overview.keep(completed);
  }

  @Override
  public void refused(Send send, String source, Instant at) {
    var id = send.id().purpose();
    var halt = new Halt("A provider refuses the words (" + source + ")", at);
    var running = unlooked(send.owner(), id);
    while (running.isPresent() && !executions.change(running.get(), running.get().halted(halt)))
      running = unlooked(send.owner(), id);
    changed(id);
  }

  /// The execution, if it runs and no person has looked at such a refusal of it yet.
  private Optional<Execution> unlooked(OwnerId owner, PurposeId id) {
    return executions
        .find(owner, id)
        .filter(it -> it.status() == Status.RUNNING && it.halt().isEmpty());
  }

  @Override
  public void unwritten(OwnerId owner, PurposeId purpose, Duration since) {
    executions.find(owner, purpose).ifPresent(it -> plans.resume(it, since));
  }

  @Override
  public void responded(Send send, String kind, Instant at) {
    if (!kind.equals("replied")) return;
    var result =
        new Result(
            send.id().contact(), "responded", Optional.of(send.channel()), Optional.empty(), at);
    decisions.result(send.owner(), send.id().purpose(), result);
  }
}
