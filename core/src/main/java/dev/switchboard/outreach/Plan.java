package dev.switchboard.outreach;

import dev.switchboard.price.Usd;
import java.util.List;

/// What a smart-send will do: one decision per posted lead, in their order.
///
/// @param budget most that may be spent: the order's or the owner's, whichever is less
/// @param curve what other budgets would bring; without points unless it is a dry run
/// @param message the sentence for a person: `Sent to 50 leads via 4 channels`
public record Plan(
    List<Decision> decisions,
    Totals totals,
    Savings savings,
    Usd budget,
    Curve curve,
    String message) {

  public Plan {
    decisions = List.copyOf(decisions);
  }

  static String message(Totals totals, boolean dryRun) {
    return "%s to %s via %s"
        .formatted(
            dryRun ? "Would send" : "Sent",
            counted(totals.sentTo(), "lead"),
            counted(totals.channelsUsed(), "channel"));
  }

  private static String counted(int count, String noun) {
    return count == 1 ? "1 " + noun : count + " " + noun + "s";
  }
}
