package dev.switchboard.functions.campaign;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.Answer;
import dev.switchboard.campaign.BidCard;
import dev.switchboard.campaign.Budget;
import dev.switchboard.campaign.Campaign;
import dev.switchboard.campaign.CampaignSettings;
import dev.switchboard.campaign.Candidate;
import dev.switchboard.campaign.Defaults;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.House;
import dev.switchboard.campaign.Need;
import dev.switchboard.campaign.Planner;
import dev.switchboard.campaign.Planner.Wish;
import dev.switchboard.campaign.Response;
import dev.switchboard.campaign.Site;
import dev.switchboard.campaign.Stage;
import dev.switchboard.campaign.Steward;
import dev.switchboard.campaign.Strategy.Proposal;
import dev.switchboard.campaign.Tier;
import dev.switchboard.campaign.Timeline;
import dev.switchboard.campaign.Turn;
import dev.switchboard.contact.Channel;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Policy;
import dev.switchboard.price.Usd;
import dev.switchboard.send.PurposeId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Campaigns that tests begin with: four bids in six hours.
public final class Dossiers {

  static final Instant NOW = Instant.parse("2026-11-23T15:00:00.123Z");

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Wish WISH =
      new Wish(
          new Need(4, 6), Defaults.WANTED, Optional.of(new Budget(Usd.of("2"), Usd.of("0.02"))));

  private Dossiers() {}

  static OwnerId owner() {
    return new OwnerId("owner-" + COUNT.incrementAndGet());
  }

  public static ContactId contractor(int number) {
    return new ContactId("contact-%08d".formatted(number));
  }

  static Candidate candidate(int number, Tier tier) {
    return candidate(number, tier, NOW.plusSeconds(number));
  }

  public static Candidate candidate(int number, Tier tier, Instant from) {
    var rate = CampaignSettings.DEFAULT.rates().of(tier);
    return new Candidate(contractor(number), tier, rate, from);
  }

  public static Answer bid(int number, String amount) {
    return new Answer(
        contractor(number),
        Response.BID,
        Optional.of(Usd.of(amount)),
        Optional.empty(),
        "api",
        NOW.plusSeconds(60));
  }

  static Dossier drafted(OwnerId owner, int number) {
    return drafted(owner, number, NOW);
  }

  public static Dossier drafted(OwnerId owner, int number, Instant at) {
    var timeline = Timeline.wallClock(at, 6);
    var draft = Campaign.launched(WISH, timeline, CampaignSettings.DEFAULT, List.of());
    var plan = Planner.DEFAULT.plan(WISH, candidates(8), timeline).strategy();
    var card =
        new BidCard(
            "Kitchen remodel",
            "kitchen",
            new Site(40.7128, -74.006, ZoneId.of("America/New_York")),
            WISH,
            Optional.of("Cabinets and counters"),
            false);
    var policy =
        new Policy(
            Policy.Mode.ENFORCE,
            Set.of(Channel.SMS),
            3,
            Duration.ofDays(7),
            Duration.ofMinutes(30),
            Optional.of("1 Main St, New York, NY 10001"));
    var head =
        new Dossier.Head(
            owner,
            new PurposeId("campaign-%07d".formatted(number)),
            card,
            new House(Optional.of("Acme"), policy, "https://switchboard.example"),
            "mary",
            at);
    return Dossier.drafted(head, (Proposal) plan, draft, Steward.DEFAULT.forecast(draft, at));
  }

  /// Of this many invitations of tier 1, none of them accepted yet.
  static Dossier launched(OwnerId owner, int number, int invited) {
    var draft = drafted(owner, number);
    return draft.decided(
        Turn.launched(Steward.DEFAULT, draft.campaign(), candidates(invited), "as planned", NOW));
  }

  /// With everything in it that a dossier can hold.
  static Dossier full(OwnerId owner, int number) {
    var dossier = launched(owner, number, 3).heard(bid(0, "1250.50")).armed("token");
    var late = NOW.plus(Duration.ofMinutes(330));
    var check =
        Steward.DEFAULT.decide(dossier.campaign(), List.of(candidate(9, Tier.RETURNING)), late);
    var pushed = dossier.decided(check);
    var filled = Turn.finished(pushed.campaign(), check.forecast(), "mary", late);
    return pushed
        .decided(filled)
        .reserving(List.of(contractor(5)))
        .escalated(Stage.FINAL_PUSH)
        .started()
        .signalled();
  }

  private static List<Candidate> candidates(int count) {
    return IntStream.range(0, count).mapToObj(it -> candidate(it, Tier.INTERNAL)).toList();
  }
}
