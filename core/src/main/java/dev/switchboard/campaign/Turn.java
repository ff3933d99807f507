package dev.switchboard.campaign;

import dev.switchboard.contact.ContactId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns of a campaign's life that are no check-in's: how it begins, and each way in which it ends.
public final class Turn {

  private Turn() {}

  /// It begins with these invitations.
  ///
  /// @param because what the plan says, for a person
  public static Decision launched(
      Steward steward, Campaign draft, List<Candidate> invited, String because, Instant now) {
    var launch = new Effect.Launch(invited);
    var running = launch.applied(draft, now);
    return new Decision(
        now,
        steward.forecast(running, now),
        Optional.empty(),
        List.of(launch),
        because,
        Steward.wakeAt(running, Optional.empty()));
  }

  /// Somebody does not want it any more: what has not left never does.
  public static Decision cancelled(Campaign campaign, Forecast forecast, String by, Instant now) {
    var effects = withdrawUnsent(campaign);
    effects.add(new Effect.Close(State.CANCELLED));
    return over(forecast, now, effects, by + " cancelled it");
  }

  /// Somebody is content with the bids that are in: as if it were filled.
  public static Decision finished(Campaign campaign, Forecast forecast, String by, Instant now) {
    return filled(
        campaign,
        forecast,
        now,
        by + " finished it with %d of %d bids in".formatted(forecast.bids(), forecast.needed()));
  }

  /// It cannot go on.
  public static Decision failed(Campaign campaign, Forecast forecast, String because, Instant now) {
    var effects = withdrawUnsent(campaign);
    effects.add(new Effect.Close(State.FAILED));
    return over(forecast, now, effects, because);
  }

  static Decision filled(Campaign campaign, Forecast forecast, Instant now) {
    return filled(
        campaign,
        forecast,
        now,
        "%d of %d bids are in".formatted(forecast.bids(), forecast.needed()));
  }

  static Decision expired(Campaign campaign, Forecast forecast, Instant now) {
    var effects = withdrawUnsent(campaign);
    effects.add(new Effect.Close(State.EXPIRED));
    var because =
        "the deadline has passed with %d of %d bids".formatted(forecast.bids(), forecast.needed());
    return over(forecast, now, effects, because);
  }

  static Decision over(Forecast forecast, Instant now, List<Effect> effects, String because) {
    return new Decision(now, forecast, Optional.empty(), effects, because, Optional.empty());
  }

  private static Decision filled(
      Campaign campaign, Forecast forecast, Instant now, String because) {
    var effects = withdrawUnsent(campaign);
    var waiting = Steward.contractors(campaign, one -> one.standing().waits());
    if (!waiting.isEmpty()) effects.add(new Effect.TellFilled(waiting));
    effects.add(new Effect.Close(State.FILLED));
    return over(forecast, now, effects, because);
  }

  private static List<Effect> withdrawUnsent(Campaign campaign) {
    var effects = new ArrayList<Effect>();
    List<ContactId> unsent = Steward.contractors(campaign, one -> one.standing() == Standing.HELD);
    if (!unsent.isEmpty()) effects.add(new Effect.Withdraw(unsent));
    return effects;
  }
}
