package dev.switchboard.campaign;

import dev.switchboard.campaign.CheckIn.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is to be done with a campaign at a moment, and why.
///
/// @param at the moment
/// @param forecast before anything of this is done
/// @param checkIn the one that happened; empty when none was due
/// @param effects in the order in which they are carried out
/// @param because a sentence for a person
/// @param wakeAt when to decide again unless something comes in before; empty when it has ended
public record Decision(
    Instant at,
    Forecast forecast,
    Optional<CheckedIn> checkIn,
    List<Effect> effects,
    String because,
    Optional<Instant> wakeAt) {

  /// A check-in that happened.
  ///
  /// @param early before its time, as nobody was left of whom a bid could come
  /// @param skipped those before it whose time has passed as well, or that can do nothing any more
  public record CheckedIn(Stage stage, boolean early, List<Stage> skipped) {
    public CheckedIn {
      skipped = List.copyOf(skipped);
    }

    Status status(CheckIn checkIn) {
      if (checkIn.stage() == stage) return Status.DONE;
      return skipped.contains(checkIn.stage()) ? Status.SKIPPED : checkIn.status();
    }
  }

  public Decision {
    effects = List.copyOf(effects);
  }
}
