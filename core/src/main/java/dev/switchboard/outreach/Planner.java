package dev.switchboard.outreach;

import dev.switchboard.price.PriceTable;
import java.time.Instant;

/// Plans a smart-send: merges duplicates, qualifies, chooses channels, shares the budget out and
/// says why. The same input gives the same plan; nothing is sent.
///
/// What closes or chooses a channel, strongest first: the law, the lead's addresses, the budget,
/// the owner's rules, the score (SND-C15).
///
/// @param rates the owner's, learned from outcomes that were not simulated; [Rates#PRIOR] before
public record Planner(PriceTable prices, Qualifier qualifier, Rates rates) {

  /// Prices, rubric and rates as they are without a model and without outcomes.
  public static final Planner DEFAULT = new Planner(PriceTable.DEFAULT, new Rubric(), Rates.PRIOR);

  /// @param executionId decides who is in the holdout, together with a lead's address
  public Plan plan(
      Order order,
      OutreachSettings settings,
      Contactability contactability,
      String executionId,
      Instant now) {
    var desk = new Desk(this, order, settings, now);
    return new Planning(this, order, settings, desk, executionId).plan(contactability);
  }
}
