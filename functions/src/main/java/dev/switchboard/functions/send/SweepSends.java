package dev.switchboard.functions.send;

import dev.switchboard.functions.Handler;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.providers.Outbox;

/// Points workers at sends that are due and that nobody was woken for; closes what is done.
///
/// Every minute. Sample input in `events/sweep-sends.json`. Safe to run twice, see [Sweep].
public final class SweepSends extends Handler<SweepSends.Input, SweepSends.Output> {

  /// @param restart whether the queues may have lost everything, as those in memory do
  public record Input(boolean restart) {}

  /// @param woken sends that workers were pointed at
  public record Output(int woken) {}

  private final Sweep sweep;
  private final Outbox outbox;

  public SweepSends() {
    this(Services.aws());
  }

  public SweepSends(Services services) {
    super(Input.class);
    this.sweep = services.sweep();
    this.outbox = services.outbox();
  }

  @Override
  protected Output handle(Input input, Remaining remaining) {
    outbox.tellDue();
    return new Output(sweep.sweep(input.restart(), remaining));
  }
}
