package dev.switchboard.campaign;

import dev.switchboard.campaign.Planner.Selection;
import dev.switchboard.campaign.Planner.Wish;
import dev.switchboard.contact.ContactId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// What it costs to plan a campaign and to check in on one, without anything read or written.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CampaignBenchmark {

  private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
  private static final Wish FOUR = Wish.of(new Need(4, 24));
  private static final Wish HUNDRED = Wish.of(new Need(100, 24));

  private final Timeline timeline = Timeline.wallClock(START, 24);
  private final List<Candidate> kitchen = candidates(0, 8, 12, 50);
  private final List<Candidate> city = candidates(0, 60, 140, 300);
  private final List<Candidate> reserve = candidates(1_000, 8, 12, 30);
  private final Campaign onCourse = running(20, 50);
  private final Campaign behind = running(40, 50);
  private final Instant halfTime = START.plus(Duration.ofHours(12));

  /// Plans and check-ins, the latter with fifty invitations of different ages open.
  public static void main(String[] arguments) throws RunnerException {
    new Runner(new OptionsBuilder().include("CampaignBenchmark").build()).run();
  }

  @Benchmark
  public Selection fourBids() {
    return Planner.DEFAULT.plan(FOUR, kitchen, timeline);
  }

  @Benchmark
  public Strategy fourBidsByFormula() {
    return Planner.DEFAULT.formula(FOUR.need(), new Headcount(8, 12, 50));
  }

  @Benchmark
  public Selection hundredBidsOfFiveHundred() {
    return Planner.DEFAULT.plan(HUNDRED, city, timeline);
  }

  @Benchmark
  public Decision checkInOnCourse() {
    return Steward.DEFAULT.decide(onCourse, reserve, halfTime);
  }

  @Benchmark
  public Decision checkInBehind() {
    return Steward.DEFAULT.decide(behind, reserve, halfTime);
  }

  private static List<Candidate> candidates(int first, int internal, int returning, int external) {
    var available = new Headcount(internal, returning, external);
    var candidates = new ArrayList<Candidate>();
    for (var tier : Tier.ALL)
      for (int i = 0; i < available.of(tier); i++)
        candidates.add(
            new Candidate(
                new ContactId("contractor%06d".formatted(first + candidates.size())),
                tier,
                Defaults.RATES.of(tier),
                START));
    return candidates;
  }

  /// With `open` invitations of different ages, and four bids in.
  private static Campaign running(int bids, int open) {
    var wish = new Wish(new Need(bids, 24), Defaults.WANTED, Optional.empty());
    var invited = candidates(0, open / 2 + 4, open - open / 2, 0);
    var campaign =
        Campaign.launched(wish, Timeline.wallClock(START, 24), CampaignSettings.DEFAULT, invited);
    for (int i = 0; i < invited.size(); i++) {
      var contractor = invited.get(i).contractor();
      campaign = campaign.accepted(contractor, START.plus(Duration.ofMinutes(12L * i)));
      if (i < 4) campaign = campaign.heard(contractor, Response.BID);
    }
    return campaign;
  }
}
