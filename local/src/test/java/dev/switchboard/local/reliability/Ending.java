package dev.switchboard.local.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// How a campaign ended, by what does not depend on the hour at which it began.
///
/// @param checkIns those that happened, each with its minutes after the start
/// @param decisions what was done, decision by decision
/// @param standings of the invited, by contractor
/// @param late whether an invitation left minutes after it was decided on: a kill cut it off
record Ending(
    String state,
    List<String> checkIns,
    List<String> decisions,
    Map<String, String> standings,
    boolean late) {

  private static final Duration LATE = Duration.ofMinutes(2);

  /// @param names of contractors, by id
  static Ending of(JsonNode campaign, Map<String, String> names) {
    var start = Instant.parse(campaign.path("starts_at").asText());
    var checkIns = new ArrayList<String>();
    var decisions = new ArrayList<String>();
    for (var decision : campaign.path("history")) {
      if (decision.has("stage"))
        checkIns.add(decision.path("stage").asText() + " " + minutes(start, decision));
      for (var effect : decision.path("effects")) decisions.add(effect.asText());
    }
    var standings = new HashMap<String, String>();
    for (var one : campaign.path("invitations"))
      standings.put(names.get(one.path("contractor_id").asText()), one.path("standing").asText());
    return new Ending(
        campaign.path("state").asText(), checkIns, decisions, standings, late(campaign));
  }

  /// The same campaign as far as a late invitation cannot change it.
  Ending roughly() {
    return new Ending(state, checkIns, List.of(), Map.of(), true);
  }

  private static long minutes(Instant start, JsonNode decision) {
    return Duration.between(start, Instant.parse(decision.path("at").asText())).toMinutes();
  }

  private static boolean late(JsonNode campaign) {
    var decided = new TreeSet<Instant>();
    for (var decision : campaign.path("history"))
      decided.add(Instant.parse(decision.path("at").asText()));
    for (var one : campaign.path("invitations")) {
      var since = Instant.parse(one.path("since").asText());
      var before = decided.floor(since);
      if (before == null || Duration.between(before, since).compareTo(LATE) > 0) return true;
    }
    return false;
  }
}
