package dev.switchboard.campaign;

import dev.switchboard.campaign.Planner.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Running campaigns for tests, begun at noon of a Monday.
final class Running {

  static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

  private Running() {}

  /// Whose invitations were all accepted at the start.
  static Campaign campaign(int bids, int hours, Tier... invited) {
    var candidates = pool(0, invited);
    var wish = new Wish(new Need(bids, hours), Defaults.WANTED, Optional.empty());
    var campaign =
        Campaign.launched(
            wish, Timeline.wallClock(START, hours), CampaignSettings.DEFAULT, candidates);
    for (var one : candidates) campaign = campaign.accepted(one.contractor(), START);
    return campaign;
  }

  /// Contractors of these tiers, numbered from `first`, who can be reached at once.
  static List<Candidate> pool(int first, Tier... tiers) {
    var pool = new ArrayList<Candidate>();
    for (var tier : tiers) pool.add(Contractors.candidate(first + pool.size(), tier, START));
    return pool;
  }

  static Campaign heard(Campaign campaign, Response response, int... contractors) {
    var heard = campaign;
    for (int contractor : contractors) heard = heard.heard(Contractors.id(contractor), response);
    return heard;
  }

  static Instant after(double hours) {
    return START.plus(Duration.ofSeconds(Math.round(hours * 3_600)));
  }

  static Tier[] times(Tier tier, int count) {
    return Collections.nCopies(count, tier).toArray(Tier[]::new);
  }
}
