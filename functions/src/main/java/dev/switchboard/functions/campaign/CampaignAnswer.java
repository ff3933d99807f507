package dev.switchboard.functions.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.campaign.CheckIn;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Effect;
import dev.switchboard.campaign.Forecast;
import dev.switchboard.campaign.Headcount;
import dev.switchboard.campaign.Invitation;
import dev.switchboard.campaign.Strategy.Proposal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A campaign, as the API tells it.
///
/// @param wantedConfidence 0 to 1
/// @param earlyWarning whether nobody had answered by the first check-in
record CampaignAnswer(
    String campaignId,
    String title,
    String trade,
    Place location,
    String state,
    String urgency,
    Instant createdAt,
    String createdBy,
    Instant startsAt,
    Instant deadline,
    BigDecimal wantedConfidence,
    StrategyAnswer strategy,
    List<CheckInAnswer> checkIns,
    Progress progress,
    ForecastAnswer forecast,
    boolean earlyWarning) {

  record Place(double latitude, double longitude, String timeZone) {}

  /// @param method `planned` or `formula`
  /// @param outlook whether the expected responses are `below`, `meets` or `exceeds` what is needed
  /// @param cut invitations that the budget did not allow
  record StrategyAnswer(
      String method,
      @JsonProperty("tier_1") int tier1,
      @JsonProperty("tier_2") int tier2,
      @JsonProperty("tier_3") int tier3,
      int contractors,
      BigDecimal expectedResponses,
      String outlook,
      BigDecimal confidence,
      String confidenceShown,
      Optional<String> shortfall,
      int cut) {

    static StrategyAnswer of(Proposal proposal) {
      Headcount invited = proposal.invited();
      return new StrategyAnswer(
          wire(proposal.method()),
          invited.internal(),
          invited.returning(),
          invited.external(),
          invited.total(),
          rounded(proposal.expected().doubleValue()),
          wire(proposal.outlook()),
          rounded(proposal.confidence().value()),
          proposal.confidence().shown(),
          proposal.shortfall().map(it -> it.told()),
          proposal.cut());
    }
  }

  record CheckInAnswer(String stage, Instant at, String status) {
    static CheckInAnswer of(CheckIn checkIn) {
      return new CheckInAnswer(checkIn.stage().wire(), checkIn.at(), wire(checkIn.status()));
    }
  }

  /// @param bids contractors with a bid
  /// @param percent bids per bid needed; more than 100 when more came
  /// @param responses contractors of whom anything came back
  /// @param waiting invited contractors of whom a bid may still come
  record Progress(
      int bids,
      int bidsNeeded,
      BigDecimal percent,
      int responses,
      int invited,
      int waiting,
      int withdrawn) {}

  /// @param at when it was made
  /// @param expectedByNow bids that should be in by then
  /// @param expected bids at the deadline
  /// @param probability of enough bids at the deadline, 0 to 1
  record ForecastAnswer(
      Instant at,
      BigDecimal expectedByNow,
      BigDecimal expected,
      BigDecimal probability,
      String probabilityShown) {

    static ForecastAnswer of(Instant at, Forecast forecast) {
      return new ForecastAnswer(
          at,
          rounded(forecast.expectedByNow()),
          rounded(forecast.expected()),
          rounded(forecast.reach().value()),
          forecast.reach().shown());
    }
  }

  static CampaignAnswer of(Dossier dossier, ForecastAnswer forecast) {
    var card = dossier.card();
    var campaign = dossier.campaign();
    return new CampaignAnswer(
        dossier.id().value(),
        card.title(),
        card.trade(),
        new Place(card.site().latitude(), card.site().longitude(), card.site().zone().getId()),
        campaign.state().wire(),
        campaign.urgency().wire(),
        dossier.createdAt(),
        dossier.createdBy(),
        campaign.timeline().start(),
        campaign.timeline().deadline(),
        rounded(campaign.wanted().value()),
        StrategyAnswer.of(dossier.plan()),
        campaign.checkIns().stream().map(CheckInAnswer::of).toList(),
        progress(dossier),
        forecast,
        warned(dossier));
  }

  /// With the forecast that was made last.
  static CampaignAnswer of(Dossier dossier) {
    return of(dossier, ForecastAnswer.of(dossier.seen().at(), dossier.seen().forecast()));
  }

  private static Progress progress(Dossier dossier) {
    var campaign = dossier.campaign();
    var invitations = campaign.invitations();
    int withdrawn = count(invitations, "withdrawn");
    return new Progress(
        campaign.bids(),
        campaign.bidsNeeded(),
        rounded(campaign.bids() * 100.0 / campaign.bidsNeeded(), 1),
        (int) invitations.stream().filter(one -> one.standing().responded()).count(),
        invitations.size() - withdrawn,
        (int) invitations.stream().filter(one -> one.standing().open()).count(),
        withdrawn);
  }

  private static int count(List<Invitation> invitations, String standing) {
    return (int) invitations.stream().filter(one -> wire(one.standing()).equals(standing)).count();
  }

  private static boolean warned(Dossier dossier) {
    return dossier.history().stream()
        .flatMap(decision -> decision.effects().stream())
        .anyMatch(Effect.Warn.class::isInstance);
  }

  static String wire(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// To four decimals: of a chance a hundredth of a percent.
  static BigDecimal rounded(double value) {
    return rounded(value, 4);
  }

  private static BigDecimal rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }
}
