package dev.switchboard.functions.outreach;

import dev.switchboard.contact.Channel;
import dev.switchboard.contact.ContactId;
import dev.switchboard.functions.outreach.Amounts.Cost;
import dev.switchboard.outreach.Decision;
import dev.switchboard.outreach.LeadScore;
import dev.switchboard.outreach.Route;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One lead's decision as the API tells it, and as it is kept.
record LeadAnswer(
    String id,
    Optional<String> name,
    Optional<String> contactId,
    String status,
    Optional<Integer> score,
    String scoreBasis,
    List<String> scoreReasons,
    Optional<String> primaryChannel,
    List<String> fallbacks,
    Optional<BigDecimal> estimatedCost,
    Optional<Cost> cost,
    Why decision,
    Optional<Due> due,
    Optional<String> duplicateOf,
    List<String> remarks) {

  /// @param turnedDown the channels that were not taken
  record Why(String rule, String because, List<TurnedDown> turnedDown) {}

  record TurnedDown(String channel, String reason, String rule, String because) {}

  record Due(Instant at, String rule, String because) {}

  /// @param contact empty when the lead was merged or has no address
  static LeadAnswer of(Decision decision, Optional<ContactId> contact) {
    var route = decision.route();
    return new LeadAnswer(
        decision.lead().id(),
        decision.lead().name(),
        contact.map(ContactId::value),
        decision.status().wire(),
        decision.scoring().score().map(LeadScore::value),
        decision.scoring().basis().wire(),
        decision.scoring().reasons(),
        route.map(Route::channel).map(Channel::wire),
        route.map(Route::fallbacks).orElse(List.of()).stream().map(Channel::wire).toList(),
        route.map(it -> Amounts.of(it.cost().expected())),
        route.map(it -> Amounts.of(it.cost(), it.expectedWithFallbacks())),
        why(decision),
        route.flatMap(Route::due).map(it -> new Due(it.at(), it.rule(), it.because())),
        decision.duplicateOf(),
        decision.remarks());
  }

  private static Why why(Decision decision) {
    var turnedDown =
        decision.turnedDown().stream()
            .map(it ->
                new TurnedDown(it.channel().wire(), it.reason().wire(), it.rule(), it.because()))
            .toList();
    return new Why(decision.rule(), decision.because(), turnedDown);
  }
}
