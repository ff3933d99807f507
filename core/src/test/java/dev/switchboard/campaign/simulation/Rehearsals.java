package dev.switchboard.campaign.simulation;

import dev.switchboard.campaign.CampaignSettings;
import dev.switchboard.campaign.Headcount;
import dev.switchboard.campaign.Need;
import dev.switchboard.campaign.Planner;
import dev.switchboard.campaign.Planner.Wish;
import dev.switchboard.campaign.Strategy.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Campaigns of each urgency, rehearsed as often as wanted.
final class Rehearsals {

  static final Scenario KITCHEN = planned(4, 6, new Headcount(8, 12, 50));
  static final Scenario BATHROOM = planned(4, 336, new Headcount(2, 8, 20));

  static final List<Scenario> ALL =
      List.of(
          KITCHEN,
          BATHROOM,
          planned(2, 3, new Headcount(6, 10, 20)),
          planned(4, 24, new Headcount(3, 8, 30)),
          planned(10, 168, new Headcount(8, 20, 60)),
          planned(6, 720, new Headcount(4, 10, 40)));

  private Rehearsals() {}

  static List<Run> of(Scenario scenario, World world, int times) {
    var simulation = new Simulation(CampaignSettings.DEFAULT, world);
    var runs = new ArrayList<Run>();
    for (long seed = 0; seed < times; seed++) runs.add(simulation.run(scenario, new Random(seed)));
    return runs;
  }

  static List<Run> of(List<Scenario> scenarios, World world, int times) {
    return scenarios.stream().flatMap(one -> of(one, world, times).stream()).toList();
  }

  /// The same invitations for a target that is never reached.
  static Scenario endless(Scenario scenario) {
    var wish = Wish.of(new Need(100, scenario.wish().need().hours()));
    return new Scenario(wish, scenario.available(), scenario.invited(), false);
  }

  private static Scenario planned(int bids, int hours, Headcount available) {
    var wish = Wish.of(new Need(bids, hours));
    var proposal = (Proposal) Planner.DEFAULT.plan(wish, available);
    return new Scenario(wish, available, proposal.invited(), true);
  }
}
