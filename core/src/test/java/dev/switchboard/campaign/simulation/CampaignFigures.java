package dev.switchboard.campaign.simulation;

import static java.util.stream.Collectors.joining;

import dev.switchboard.campaign.CampaignSettings;
import dev.switchboard.campaign.Headcount;
import dev.switchboard.campaign.OverContact;
import dev.switchboard.campaign.Planner;
import dev.switchboard.campaign.Strategy.Proposal;
import dev.switchboard.campaign.simulation.Calibration.Bin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// Prints what the source claims of campaigns, defined and rehearsed, as the tables of
/// `docs/performance.md`.
final class CampaignFigures {

  private static final int TIMES = 2_000;

  private static final Map<String, World> WORLDS = new LinkedHashMap<>();

  static {
    WORLDS.put("as believed", World.BELIEVED);
    WORLDS.put("half of those who do not bid say so", new World(1, 0, 1, 0.5));
    WORLDS.put("rates 20 % lower", new World(0.8, 0, 1, 0));
    WORLDS.put("rates 20 % higher", new World(1.2, 0, 1, 0));
    WORLDS.put("answers correlated by 0.05", new World(1, 0.05, 1, 0));
    WORLDS.put("heavier tails, spread 1.5", new World(1, 0, 1.5, 0));
  }

  private CampaignFigures() {}

  public static void main(String[] arguments) {
    IO.println("%d campaigns of each of %d kinds".formatted(TIMES, Rehearsals.ALL.size()));
    IO.println(
        "\n"
            + "| World | Filled | Invited | Calibration error | By-now error | The same, were none"
            + " to stop | Behind | Saved | Less over-contact |");
    IO.println("| --- |" + " --- |".repeat(8));
    WORLDS.forEach(CampaignFigures::printWorld);
    IO.println("\n| Forecast | " + String.join(" | ", WORLDS.keySet()) + " |");
    IO.println("| --- |" + " --- |".repeat(WORLDS.size()));
    printBins();
    IO.println("\n| Campaign | Way | First invited | Invited in all | Filled |");
    IO.println("| --- | --- | --- | --- | --- |");
    printWays("kitchen, 4 bids in 6 h", Rehearsals.KITCHEN, new Headcount(3, 5, 0));
    printWays("bathroom, 4 bids in 2 weeks", Rehearsals.BATHROOM, new Headcount(2, 4, 3));
  }

  private static void printWorld(String name, World world) {
    var runs = Rehearsals.of(Rehearsals.ALL, world, TIMES);
    var figures = Figures.of(runs);
    IO.println(
        "| %s | %s | %s | %s | %s | %s | %s | %s | %s |"
            .formatted(
                name,
                percent(figures.success()),
                decimal(figures.invited()),
                percent(calibration(world).error()),
                decimal(figures.byNowError()),
                decimal(endless(world).byNowError()),
                percent(figures.triggered()),
                figures.saved().map(CampaignFigures::percent).orElse("none"),
                percent(less(world))));
  }

  private static Calibration calibration(World world) {
    var watched = Rehearsals.ALL.stream().map(Scenario::watched).toList();
    return Calibration.of(Rehearsals.of(watched, world, TIMES));
  }

  /// Campaigns that are never filled reach every check-in: those that are filled before one are the
  /// lucky ones, and without them bids are fewer than expected.
  private static Figures endless(World world) {
    var endless = Rehearsals.ALL.stream().map(Rehearsals::endless).toList();
    return Figures.of(Rehearsals.of(endless, world, TIMES));
  }

  /// How much less is invited beyond need than by who invites all of the urgency's tiers.
  private static double less(World world) {
    long over = 0;
    long overOfAll = 0;
    for (var scenario : Rehearsals.ALL)
      for (var run : Rehearsals.of(scenario, world, TIMES)) {
        var contact =
            new OverContact(run.invited(), scenario.invited().total(), available(scenario));
        over += contact.over();
        overOfAll += contact.overOfAll();
      }
    return 1 - (double) over / overOfAll;
  }

  private static int available(Scenario scenario) {
    var settings = CampaignSettings.DEFAULT;
    return settings.pace(settings.urgency(scenario.wish().need().hours())).tiers().stream()
        .mapToInt(scenario.available()::of)
        .sum();
  }

  private static void printBins() {
    var calibrations = WORLDS.values().stream().map(CampaignFigures::calibration).toList();
    IntStream.range(0, 10).forEach(bin -> IO.println(row(bin, calibrations)));
  }

  private static String row(int number, List<Calibration> calibrations) {
    return calibrations.stream()
        .map(calibration ->
            calibration.bins().stream()
                .filter(bin -> Math.min((int) (bin.predicted() * 10), 9) == number)
                .findFirst()
                .map(bin -> told(bin))
                .orElse("none"))
        .collect(joining(" | ", "| %d to %d %% | ".formatted(number * 10, number * 10 + 10), " |"));
  }

  private static String told(Bin bin) {
    return "%s → %s (%d)"
        .formatted(percent(bin.predicted()), percent(bin.reached()), bin.forecasts());
  }

  private static void printWays(String name, Scenario planned, Headcount source) {
    var need = planned.wish().need();
    var formula = (Proposal) Planner.DEFAULT.formula(need, planned.available());
    print(name, "planned, with check-ins", planned);
    print(name, "planned, left alone", planned.watched());
    print(name, "the printed formula", with(planned, formula.invited()));
    print(name, "the source's own counts", with(planned, source));
  }

  private static Scenario with(Scenario planned, Headcount invited) {
    return new Scenario(planned.wish(), planned.available(), invited, false);
  }

  private static void print(String name, String way, Scenario scenario) {
    var figures = Figures.of(Rehearsals.of(scenario, World.BELIEVED, TIMES));
    IO.println(
        "| %s | %s | %s | %s | %s |"
            .formatted(
                name,
                way,
                scenario.invited(),
                decimal(figures.invited()),
                percent(figures.success())));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
