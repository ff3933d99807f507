package dev.switchboard.campaign;

import static java.util.stream.Collectors.toSet;

import java.util.List;

/// Who may be invited at a check-in: the tiers that its stage opens, without those who were invited
/// before or cannot be reached in time.
///
/// @param candidates by tier and rank
record Invitable(List<Tier> tiers, List<Candidate> candidates) {

  private static final List<Tier> KNOWN = List.of(Tier.INTERNAL, Tier.RETURNING);

  /// @param pool by rank within each tier
  static Invitable of(
      Campaign campaign, Stage stage, List<Candidate> pool, CampaignSettings settings) {
    var invited = campaign.invitations().stream().map(Invitation::contractor).collect(toSet());
    var fresh = pool.stream().filter(one -> !invited.contains(one.contractor())).toList();
    var deadline = campaign.timeline().deadline();
    var known = Planner.usable(fresh, KNOWN, deadline);
    return external(campaign, stage, known.isEmpty(), settings)
        ? new Invitable(Tier.ALL, Planner.usable(fresh, Tier.ALL, deadline))
        : new Invitable(KNOWN, known);
  }

  /// Whether tier 3 may be invited; as tiers are taken in their order, it is only when those before
  /// it do not suffice.
  private static boolean external(
      Campaign campaign, Stage stage, boolean noneKnown, CampaignSettings settings) {
    if (stage == Stage.FINAL_PUSH) return true;
    if (campaign.urgency() == Urgency.EMERGENCY)
      return stage.place() >= settings.emergencyExternalFrom().place();
    return stage == Stage.EMERGENCY || noneKnown;
  }
}
