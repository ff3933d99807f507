package dev.switchboard.campaign;

import static java.util.stream.Collectors.joining;

import dev.switchboard.campaign.Effect.Escalate;
import java.util.Locale;
import java.util.stream.Stream;

/// Why something was decided, for a person.
final class Sentences {

  private Sentences() {}

  static String onCourse(Forecast forecast) {
    return "%d of %d bids are in; the forecast is %s"
        .formatted(forecast.bids(), forecast.needed(), forecast.reach().shown());
  }

  static String silence(Campaign campaign, Forecast forecast) {
    return String.format(
        Locale.ROOT,
        "nobody of %d has answered; %.1f bids were expected by now and the forecast is %s",
        campaign.invitations().size(),
        forecast.expectedByNow(),
        forecast.reach().shown());
  }

  static String told(Escalate escalation) {
    var topUp = escalation.topUp();
    var because = "the forecast is " + escalation.before().shown();
    var raised =
        topUp.additions().isEmpty()
            ? "nobody more can be invited"
            : "%s more raise it to %s"
                .formatted(counted(topUp), topUp.raises(escalation.before()).shown());
    var cut = topUp.cut() == 0 ? "" : "the budget cuts %d more".formatted(topUp.cut());
    var missing = topUp.shortfall().map(Shortfall::told).orElse("");
    return Stream.of(because, raised, cut, missing)
        .filter(part -> !part.isEmpty())
        .collect(joining("; "));
  }

  private static String counted(TopUp topUp) {
    var counts =
        Headcount.of(topUp.additions().stream().map(one -> one.candidate().tier()).toList());
    return Tier.ALL.stream()
        .filter(tier -> counts.of(tier) > 0)
        .map(tier -> counts.of(tier) + " of " + tier.told())
        .collect(joining(", "));
  }
}
