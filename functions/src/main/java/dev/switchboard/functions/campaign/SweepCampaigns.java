package dev.switchboard.functions.campaign;

import dev.switchboard.Unavailable;
import dev.switchboard.campaign.Campaigns;
import dev.switchboard.campaign.Campaigns.Open;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Steward;
import dev.switchboard.functions.Handler;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Refreshes forecasts whose poll is due, and restarts campaigns whose check-in did not happen.
///
/// Schedule, every 30 minutes. Sample input in `events/sweep-campaigns.json`. Safe to run twice: a
/// machine that is woken for nothing waits on.
public final class SweepCampaigns extends Handler<SweepCampaigns.Input, SweepCampaigns.Output> {

  /// A machine is late only after this: it wakes at a whole second, and may be retrying.
  private static final Duration LATE = Duration.ofMinutes(10);

  /// Nothing is begun with less than this left.
  private static final long ENOUGH_MILLIS = 5_000;

  /// Nothing of the event is needed.
  public record Input() {}

  public record Output(int polled, int woken, int restarted) {}

  private final Campaigns campaigns;
  private final Tokens tokens;
  private final Machine machine;
  private final Progress progress;
  private final InstantSource clock;

  public SweepCampaigns() {
    this(Services.aws());
  }

  public SweepCampaigns(Services services) {
    super(Input.class);
    this.campaigns = services.campaigns();
    this.tokens = services.signals().tokens();
    this.machine = services.campaignMachine();
    // Looks only: whatever is to be done is the machine's.
    this.progress = new Progress(services, Crew.NOBODY);
    this.clock = services.clock();
  }

  private enum Done {
    NOTHING,
    POLLED,
    WOKEN,
    RESTARTED
  }

  @Override
  public Output handle(Input input, Remaining remaining) {
    var done = new ArrayList<Done>();
    var failures = new ArrayList<RuntimeException>();
    for (var open : campaigns.open()) {
      if (remaining.millis() < ENOUGH_MILLIS) break;
      try {
        done.add(sweep(open));
      } catch (RuntimeException e) {
        // Whatever it is: the others must be looked at all the same.
        System.err.println("sweeping campaign " + open.id() + ": " + Trouble.line(e));
        failures.add(e);
      }
    }
    // After all the others: an alarm counts sweeps that failed.
    if (!failures.isEmpty())
      throw new Unavailable(failures.size() + " campaigns could not be swept", failures.getFirst());
    return new Output(
        count(done, Done.POLLED), count(done, Done.WOKEN), count(done, Done.RESTARTED));
  }

  private static int count(List<Done> done, Done what) {
    return (int) done.stream().filter(what::equals).count();
  }

  private Done sweep(Open open) {
    var found = campaigns.find(open.owner(), open.id());
    if (found.isEmpty()) {
      campaigns.close(open);
      return Done.NOTHING;
    }
    var dossier = found.get();
    var now = clock.instant();
    if (late(dossier, now)) return restart(dossier);
    return Steward.DEFAULT.pollDue(dossier.campaign(), dossier.seen().at(), now)
        ? poll(dossier, now)
        : Done.NOTHING;
  }

  /// Whether its machine should have looked long ago: at its time, at what happened, or at all.
  private static boolean late(Dossier dossier, Instant now) {
    var watch = dossier.watch();
    var expected = watch.wakeAt().orElse(dossier.createdAt());
    boolean idle = watch.pending() || !dossier.outstanding().isEmpty();
    return expected.plus(LATE).isBefore(now)
        || (idle && dossier.seen().at().plus(LATE).isBefore(now))
        || dossier.campaign().state().ended();
  }

  /// Wakes the machine that waits; where none does, another one is started.
  private Done restart(Dossier dossier) {
    if (dossier.watch().token().filter(tokens::complete).isPresent()) return Done.WOKEN;
    var started = dossier.started();
    if (!campaigns.change(dossier, started)) return Done.NOTHING;
    machine.start(started);
    return Done.RESTARTED;
  }

  private Done poll(Dossier dossier, Instant now) {
    var told = progress.told(dossier);
    var polled = told.polled(Steward.DEFAULT.forecast(told.campaign(), now), now);
    return campaigns.change(dossier, polled) ? Done.POLLED : Done.NOTHING;
  }
}
