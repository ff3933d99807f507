package dev.switchboard.functions.campaign;

import dev.switchboard.campaign.CampaignSettings;
import dev.switchboard.campaign.Headcount;
import dev.switchboard.campaign.Planner;
import dev.switchboard.campaign.Planner.Wish;
import dev.switchboard.campaign.Strategy.NoCapacity;
import dev.switchboard.campaign.Strategy.Proposal;
import dev.switchboard.campaign.simulation.Figures;
import dev.switchboard.campaign.simulation.Scenario;
import dev.switchboard.campaign.simulation.Simulation;
import dev.switchboard.campaign.simulation.World;
import dev.switchboard.functions.Services;
import dev.switchboard.functions.campaign.CampaignAnswer.StrategyAnswer;
import dev.switchboard.functions.http.Body;
import dev.switchboard.functions.http.Endpoint;
import dev.switchboard.functions.http.Fields;
import dev.switchboard.functions.http.Findings;
import dev.switchboard.functions.http.Problem;
import dev.switchboard.functions.http.Refused;
import dev.switchboard.functions.http.Reply;
import dev.switchboard.functions.http.Request;
import dev.switchboard.functions.http.Role;
import dev.switchboard.functions.http.Route;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// Rehearses a campaign many times and tells what it would come to.
///
/// Sample input in `events/simulate-campaign.json`. Stores and sends nothing; the same seed answers
/// the same.
public final class SimulateCampaign extends Endpoint {

  private static final Set<Role> ROLES = Set.of(Role.USER, Role.OPERATOR, Role.MANAGER, Role.ADMIN);
  private static final int RUNS = 1_000;
  private static final int MOST_RUNS = 5_000;
  private static final int MOST_IN_TIER = 500;

  public SimulateCampaign() {
    this(Services.aws());
  }

  public SimulateCampaign(Services services) {
    super(services.claims());
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.of("POST", "/api/campaigns/simulate", ROLES, this::simulate));
  }

  private record Asked(Wish wish, Headcount available, World world, int runs, int seed) {}

  /// @param success share of the runs that had enough bids by the deadline
  /// @param contacts contractors invited, on average
  /// @param hoursToFill median of the runs that filled; absent when none did
  /// @param meanAbsoluteError of the bids that should be in by a check-in
  /// @param triggered share of the runs in which a check-in found the campaign behind
  /// @param triggeredReached share of those that had enough bids all the same
  private record SimulationAnswer(
      StrategyAnswer strategy,
      int runs,
      BigDecimal success,
      BigDecimal contacts,
      Optional<BigDecimal> hoursToFill,
      BigDecimal meanAbsoluteError,
      BigDecimal triggered,
      Optional<BigDecimal> triggeredReached) {

    static SimulationAnswer of(Proposal plan, Figures figures) {
      return new SimulationAnswer(
          StrategyAnswer.of(plan),
          figures.campaigns(),
          CampaignAnswer.rounded(figures.success()),
          CampaignAnswer.rounded(figures.invited()),
          figures.timeToFill().map(it -> CampaignAnswer.rounded(it.toSeconds() / 3_600.0)),
          CampaignAnswer.rounded(figures.byNowError()),
          CampaignAnswer.rounded(figures.triggered()),
          figures.saved().map(CampaignAnswer::rounded));
    }
  }

  private Reply simulate(Request request) {
    request.noQuery();
    var _ = request.idempotencyKey(); // malformed, it is refused here as anywhere
    var asked = read(request.body(Body.COMMON));
    return switch (Planner.DEFAULT.plan(asked.wish(), asked.available())) {
      case NoCapacity(var because) ->
          throw new Refused(Problem.of(Problem.Kind.NO_CAPACITY, "NO_CAPACITY: " + because + "."));
      case Proposal plan -> Reply.json(200, SimulationAnswer.of(plan, figures(asked, plan)));
    };
  }

  private static Figures figures(Asked asked, Proposal plan) {
    var simulation = new Simulation(CampaignSettings.DEFAULT, asked.world());
    var scenario = new Scenario(asked.wish(), asked.available(), plan.invited(), true);
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(asked.seed());
    return Figures.of(
        IntStream.range(0, asked.runs()).mapToObj(_ -> simulation.run(scenario, random)).toList());
  }

  private static Asked read(Body body) {
    var findings = new Findings();
    var asked =
        Fields.of(body.json(), "", Fields.Form.STRICT, findings).flatMap(SimulateCampaign::read);
    findings.refuse(Problem.Kind.INVALID_BODY);
    return asked.orElseThrow();
  }

  private static Optional<Asked> read(Fields fields) {
    fields.require("timeline_hours", "is required: in how many hours bids are wanted");
    fields.require("available", "is required: how many contractors of each tier there are");
    var wish = CardReader.wish(fields);
    var available = fields.object("available").map(SimulateCampaign::headcount);
    var world = fields.object("world").map(SimulateCampaign::world).orElse(World.BELIEVED);
    int runs = fields.integer("runs", 1, MOST_RUNS).orElse(RUNS);
    int seed = fields.integer("seed", 0, Integer.MAX_VALUE).orElse(0);
    fields.close();
    return wish.flatMap(it -> available.map(some -> new Asked(it, some, world, runs, seed)));
  }

  private static Headcount headcount(Fields fields) {
    var counted =
        new Headcount(count(fields, "tier_1"), count(fields, "tier_2"), count(fields, "tier_3"));
    fields.close();
    return counted;
  }

  private static int count(Fields fields, String tier) {
    return fields.integer(tier, 0, MOST_IN_TIER).orElse(0);
  }

  private static World world(Fields fields) {
    var world =
        new World(
            fields.number("rate_factor", 0.1, 10).orElse(1.0),
            fields.number("correlation", 0, 0.99).orElse(0.0),
            fields.number("spread_factor", 0.1, 10).orElse(1.0),
            fields.share("refusing").orElse(0.0));
    fields.close();
    return world;
  }
}
