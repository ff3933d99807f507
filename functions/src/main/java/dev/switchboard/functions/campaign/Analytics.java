package dev.switchboard.functions.campaign;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.CampaignSettings;
import dev.switchboard.campaign.Campaigns;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Effect;
import dev.switchboard.campaign.Invitation;
import dev.switchboard.campaign.Standing;
import dev.switchboard.campaign.State;
import dev.switchboard.campaign.Tier;
import dev.switchboard.contact.ContactId;
import dev.switchboard.send.PurposeId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What campaigns brought, over those that were created in a time.
///
/// @param states how many are in each state
/// @param reached share of those that filled or expired that filled; absent where none did
/// @param triggered those in which a check-in invited more
/// @param hoursToFill median; absent where none filled
/// @param overContact invited beyond what was planned, in all
/// @param answeredBy contractors who answered, by the way that their latest answer came
record Analytics(
    int campaigns,
    Map<String, Integer> states,
    Optional<BigDecimal> reached,
    int triggered,
    Optional<BigDecimal> triggeredReached,
    Optional<BigDecimal> hoursToFill,
    int invited,
    int bids,
    int overContact,
    Map<String, Integer> answeredBy,
    List<TierAnswer> byTier) {

  private static final int PAGE = 50;

  /// @param assumedRate before anything was learned
  /// @param rate bids per invitation that left; absent where none did
  record TierAnswer(
      int tier, int invited, int bids, BigDecimal assumedRate, Optional<BigDecimal> rate) {}

  static Analytics of(
      Campaigns campaigns, OwnerId owner, Optional<Instant> from, Optional<Instant> to) {
    var all = new ArrayList<Dossier>();
    var before = Optional.<PurposeId>empty();
    while (true) {
      var page = campaigns.list(owner, Optional.empty(), before, PAGE);
      page.stream().filter(it -> between(it, from, to)).forEach(all::add);
      if (page.size() < PAGE || from.filter(page.getLast().createdAt()::isBefore).isPresent())
        return of(all);
      before = Optional.of(page.getLast().id());
    }
  }

  private static boolean between(Dossier dossier, Optional<Instant> from, Optional<Instant> to) {
    return from.filter(dossier.createdAt()::isBefore).isEmpty()
        && to.filter(end -> !dossier.createdAt().isBefore(end)).isEmpty();
  }

  private static Analytics of(List<Dossier> all) {
    var states = new TreeMap<String, Integer>();
    all.forEach(it -> states.merge(it.campaign().state().wire(), 1, Integer::sum));
    var triggered = all.stream().filter(Analytics::triggered).toList();
    return new Analytics(
        all.size(),
        states,
        reached(all),
        triggered.size(),
        reached(triggered),
        hours(all),
        all.stream().mapToInt(it -> left(it.campaign().invitations()).size()).sum(),
        all.stream().mapToInt(it -> it.campaign().bids()).sum(),
        all.stream().mapToInt(Analytics::over).sum(),
        ways(all),
        Tier.ALL.stream().map(tier -> tier(tier, all)).toList());
  }

  private static Map<String, Integer> ways(List<Dossier> all) {
    var ways = new TreeMap<String, Integer>();
    for (var dossier : all) {
      var latest = new HashMap<ContactId, String>();
      dossier.answers().forEach(answer -> latest.put(answer.contractor(), answer.by()));
      latest.values().forEach(way -> ways.merge(way, 1, Integer::sum));
    }
    return ways;
  }

  private static int over(Dossier dossier) {
    return Math.max(
        0, left(dossier.campaign().invitations()).size() - dossier.plan().invited().total());
  }

  private static boolean triggered(Dossier dossier) {
    return dossier.history().stream()
        .filter(decision -> decision.checkIn().isPresent())
        .flatMap(decision -> decision.effects().stream())
        .anyMatch(Effect.Escalate.class::isInstance);
  }

  private static Optional<BigDecimal> reached(List<Dossier> some) {
    long filled = count(some, State.FILLED);
    long over = filled + count(some, State.EXPIRED);
    return share(filled, over);
  }

  private static long count(List<Dossier> some, State state) {
    return some.stream().filter(it -> it.campaign().state() == state).count();
  }

  private static Optional<BigDecimal> share(long part, long whole) {
    return whole == 0
        ? Optional.empty()
        : Optional.of(CampaignAnswer.rounded((double) part / whole));
  }

  private static Optional<BigDecimal> hours(List<Dossier> all) {
    var times =
        all.stream()
            .filter(it -> it.campaign().state() == State.FILLED)
            .map(it -> Duration.between(it.createdAt(), it.history().getLast().at()))
            .sorted()
            .toList();
    if (times.isEmpty()) return Optional.empty();
    return Optional.of(CampaignAnswer.rounded(times.get(times.size() / 2).toMinutes() / 60.0));
  }

  private static List<Invitation> left(List<Invitation> invitations) {
    return invitations.stream().filter(it -> it.standing() != Standing.WITHDRAWN).toList();
  }

  private static TierAnswer tier(Tier tier, List<Dossier> all) {
    var invited =
        all.stream()
            .flatMap(it -> left(it.campaign().invitations()).stream())
            .filter(it -> it.tier() == tier)
            .toList();
    int bids = (int) invited.stream().filter(it -> it.standing() == Standing.BID).count();
    return new TierAnswer(
        tier.number(),
        invited.size(),
        bids,
        CampaignAnswer.rounded(CampaignSettings.DEFAULT.rates().of(tier)),
        share(bids, invited.size()));
  }
}
