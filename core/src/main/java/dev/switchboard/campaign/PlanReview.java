package dev.switchboard.campaign;

import dev.switchboard.campaign.Strategy.NoCapacity;
import dev.switchboard.campaign.Strategy.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Looks a plan over before it runs. None of its findings stops a campaign.
///
/// | Rule | Finds |
/// | --- | --- |
/// | `start-in-quiet-hours` | nothing can leave when the campaign begins |
/// | `check-in-in-quiet-hours` | what a check-in adds can leave only later, or never |
/// | `tier-too-slow` | most of a tier's bids come after the deadline |
/// | `confidence-unreachable` | all who are available do not suffice |
/// | `few-bids-expected` | fewer bids than needed on average |
/// | `budget-cuts` | the budget does not take all invitations |
/// | `no-capacity` | nobody can be invited |
///
/// @param open when invitations can leave, where the campaign is
public record PlanReview(CampaignSettings settings, OpenHours open) {

  /// @param strategy made for `timeline`
  public List<Finding> findings(Strategy strategy, Urgency urgency, Timeline timeline) {
    var findings = new ArrayList<Finding>();
    quietStart(timeline, findings);
    for (var checkIn : CheckIn.of(timeline, settings)) quietCheckIn(checkIn, timeline, findings);
    slowTiers(urgency, timeline, findings);
    switch (strategy) {
      case NoCapacity(var because) -> findings.add(new Finding("no-capacity", because));
      case Proposal proposal -> proposed(proposal, findings);
    }
    return List.copyOf(findings);
  }

  private void quietStart(Timeline timeline, List<Finding> findings) {
    if (open(timeline.start())) return;
    findings.add(
        new Finding(
            "start-in-quiet-hours",
            "the start falls in quiet hours; " + then(timeline.start(), timeline)));
  }

  private void quietCheckIn(CheckIn checkIn, Timeline timeline, List<Finding> findings) {
    if (!checkIn.stage().invites() || open(checkIn.at())) return;
    findings.add(
        new Finding(
            "check-in-in-quiet-hours",
            "check-in %d (%d %%) falls in quiet hours; %s"
                .formatted(
                    checkIn.stage().place() + 1,
                    settings.percent(checkIn.stage()),
                    then(checkIn.at(), timeline))));
  }

  private String then(Instant at, Timeline timeline) {
    return open.opening(at)
        .filter(opening -> opening.isBefore(timeline.deadline()))
        .map(opening -> "invitations leave from " + opening)
        .orElse("no invitation can leave before the deadline");
  }

  private boolean open(Instant at) {
    return open.opening(at).filter(at::equals).isPresent();
  }

  private void slowTiers(Urgency urgency, Timeline timeline, List<Finding> findings) {
    var pace = settings.pace(urgency);
    var left = Duration.between(timeline.start(), timeline.deadline());
    for (var tier : pace.tiers()) {
      var curve = pace.curves().of(tier);
      if (left.compareTo(curve.median()) >= 0) continue;
      findings.add(
          new Finding(
              "tier-too-slow",
              String.format(
                  Locale.ROOT,
                  "%s cannot answer in time: half of its bids take %s h or more, and there are %s"
                      + " h",
                  tier.told(),
                  hours(curve.median()),
                  hours(left))));
    }
  }

  private static void proposed(Proposal proposal, List<Finding> findings) {
    proposal
        .shortfall()
        .ifPresent(it -> findings.add(new Finding("confidence-unreachable", it.told())));
    if (proposal.outlook() == Strategy.Outlook.BELOW)
      findings.add(
          new Finding(
              "few-bids-expected",
              String.format(
                  Locale.ROOT,
                  "%.1f bids are expected of %d",
                  proposal.expected(),
                  proposal.bidsNeeded())));
    if (proposal.cut() > 0)
      findings.add(
          new Finding(
              "budget-cuts", "the budget does not take %d invitations".formatted(proposal.cut())));
  }

  private static String hours(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMinutes() / 60.0);
  }
}
